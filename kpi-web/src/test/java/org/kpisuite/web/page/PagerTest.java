package org.kpisuite.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.kpisuite.domain.failure.Messages;

class PagerTest {
    private static Pager pager(int page, long total) {
        return new Pager(page, total, new Reader(Messages.EN, ZoneOffset.UTC));
    }

    @Test
    void pages_standBeforeAndAfter_asFarAsThereAreRows() {
        assertThat(pager(1, 50).isNeeded()).isFalse();
        assertThat(pager(1, 51).isNeeded()).isTrue();
        assertThat(pager(1, 51).getBefore()).isZero();
        assertThat(pager(1, 51).getAfter()).isEqualTo(2);
        assertThat(pager(2, 100).getAfter()).isZero();
        assertThat(pager(2, 1248).getRange()).isEqualTo("51–100 of 1,248");
        assertThat(pager(25, 1248).getRange()).isEqualTo("1,201–1,248 of 1,248");
    }

    @Test
    void pageThatCannotBe_isTheFirstOrTheLastThatIsCounted() {
        assertThat(Pager.skipped(0)).isZero();
        assertThat(Pager.skipped(Integer.MIN_VALUE)).isZero();
        assertThat(Pager.skipped(Integer.MAX_VALUE)).isPositive();
    }
}
