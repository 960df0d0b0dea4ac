package org.kpisuite.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @Test
    void emptyEnvironment_givesTheDefaultsOfTheContract() {
        assertThat(Settings.of(Map.of()))
                .isEqualTo(new Settings(8080, Path.of("var/data").toAbsolutePath()));
    }

    @Test
    void environment_decides() {
        assertThat(Settings.of(Map.of("KPI_PORT", "18080", "KPI_DATA", "/srv/kpi")))
                .isEqualTo(new Settings(18_080, Path.of("/srv/kpi")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http", "0", "-1", "65536", "8080.0"})
    void portThatIsNone_isRefused_byTheNameOfTheSetting(String port) {
        assertThatThrownBy(() -> Settings.of(Map.of("KPI_PORT", port)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("KPI_PORT");
    }
}
