package org.kpisuite.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.kpisuite.it.suite.ApiClient;

/** What must hold wherever the suite runs: on Payara Micro as the jar, on Payara Server as the EAR. */
public abstract class SmokeTests {

    /** A client of the server under test, signed in by the bootstrap token. */
    protected abstract ApiClient api();

    @Test
    void health_saysUp_afterTheMigrationsRan() {
        HttpResponse<String> answer = api().get("/api/health");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(ApiClient.json(answer).getString("status")).isEqualTo("UP");
        assertThat(ApiClient.json(answer).getString("tables")).isNotEmpty();
    }

    @Test
    void unknownPath_isNotFound() {
        assertThat(api().get("/api/no-such-thing").statusCode()).isEqualTo(404);
    }
}
