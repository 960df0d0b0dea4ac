package org.kpisuite.domain.actual;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DistinctValuesTest {
    @Test
    void manyValues_areToldApart_byGroupAndText() {
        DistinctValues values = new DistinctValues();
        for (int i = 0; i < 20_000; i++) {
            assertThat(values.add(i % 3, "client-" + i / 3)).isTrue();
        }
        for (int i = 0; i < 20_000; i++) {
            assertThat(values.add(i % 3, "client-" + i / 3)).isFalse();
        }
        assertThat(values.add(3, "client-0")).isTrue();
    }
}
