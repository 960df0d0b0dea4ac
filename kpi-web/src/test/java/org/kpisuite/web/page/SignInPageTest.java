package org.kpisuite.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInPageTest {
    @ParameterizedTest
    @CsvSource({
        "/plan?id=7, /plan?id=7",
        "/, /",
        "//elsewhere.example, /",
        "https://elsewhere.example, /",
        "'/\\elsewhere.example', /",
        ", /"
    })
    void afterSigningIn_onlyAddressesOfTheSuite_areOpened(String next, String opened) {
        assertThat(SignInPage.destination(next)).isEqualTo(opened);
    }
}
