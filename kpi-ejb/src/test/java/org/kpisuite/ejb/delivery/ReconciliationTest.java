package org.kpisuite.ejb.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kpisuite.ejb.delivery.Bench.ANNA;
import static org.kpisuite.ejb.delivery.Bench.CAROL;
import static org.kpisuite.ejb.delivery.Bench.SLOT;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kpisuite.domain.delivery.Delivery;
import org.kpisuite.domain.delivery.DeliveryKind;
import org.kpisuite.domain.delivery.DeliveryState;
import org.kpisuite.domain.delivery.Reason;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.ejb.scorecard.ScorecardFiles;
import org.kpisuite.ejb.settings.Settings;
import org.kpisuite.ejb.storage.TestDatabase;
import org.kpisuite.reports.equality.Disagreement.Output;
import org.kpisuite.reports.look.ReportLook;
import org.kpisuite.reports.mail.ScorecardMail;

/** An output that says otherwise than the scorecard stops its whole run. */
class ReconciliationTest {
    static Stream<Arguments> outputs() {
        return Stream.of(Output.values())
                .flatMap(o -> Stream.of(TestDatabase.values()).map(d -> Arguments.of(o, d)));
    }

    /** The same figures with one actual that is one more. */
    private static Scorecard oneMore(Scorecard card) {
        return SampleFigures.scorecard(
                card.heading().unit(), card.heading().period(), card.heading().asOf(), "10");
    }

    /** The English edition of one output is made of other figures. */
    private static final class Tampered extends ScorecardFiles {
        private final Output output;

        Tampered(Output output) {
            super(new Bench.NoEvidence(), at -> ReportLook.USUAL);
            this.output = output;
        }

        private Scorecard card(Output made, Scorecard card, Locale locale) {
            return made == output && locale.equals(Messages.EN) ? oneMore(card) : card;
        }

        @Override
        public byte[] pdf(Scorecard scorecard, Locale locale) {
            return super.pdf(card(Output.PDF, scorecard, locale), locale);
        }

        @Override
        public byte[] workbook(Scorecard scorecard, Locale locale) {
            return super.workbook(card(Output.WORKBOOK, scorecard, locale), locale);
        }

        @Override
        public ScorecardMail mail(Scorecard scorecard, Locale locale) {
            return super.mail(card(Output.MAIL, scorecard, locale), locale);
        }

        @Override
        public String json(Scorecard scorecard) {
            return super.json(card(Output.JSON, scorecard, Messages.EN));
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("outputs")
    void outputThatDiffers_stopsTheRun_beforeAnythingIsSent_andTheControllerIsTold(Output output, TestDatabase database)
            throws Exception {
        List<OutgoingMail> sent = new ArrayList<>();
        try (Bench bench = new Bench(database, Map.of())) {
            long schedule = bench.schedule(3, ANNA, CAROL);
            MailTransport transport = mail -> {
                sent.add(mail);
                return new SendOutcome.Accepted("id", "250 OK");
            };
            Settings settings = bench.settings;
            new ScheduleRunner(
                            bench.ledger,
                            SampleFigures::scorecard,
                            new Letters(new Tampered(output), settings),
                            transport,
                            bench.clock)
                    .runWhenDue(new RunKey(schedule, SLOT));

            assertThat(bench.scorecards(schedule)).hasSize(2).allSatisfy(d -> {
                assertThat(d.state()).isEqualTo(DeliveryState.HELD);
                Reason reason = d.reason().orElseThrow();
                assertThat(reason.code()).isEqualTo(Reason.Code.OUTPUTS_DIFFER);
                assertThat(reason.arguments().get(1)).isEqualTo(output.name());
                assertThat(reason.text(Messages.RU)).startsWith("Остановлено до отправки");
            });
            assertThat(bench.issued()).isEmpty();
            assertThat(sent).singleElement().satisfies(notice -> {
                assertThat(notice.to().text()).isEqualTo("olga@example.ru");
                assertThat(notice.subject()).contains("файлы расходятся с картой");
                assertThat(notice.text()).contains("Остановлено до отправки").contains(output.name());
            });
            assertThat(bench.deliveries(schedule, DeliveryKind.NOTICE))
                    .extracting(Delivery::state)
                    .containsExactly(DeliveryState.SENT);
        }
    }
}
