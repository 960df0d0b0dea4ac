package org.kpisuite.domain.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.catalogue.Nature;
import org.kpisuite.domain.plan.PlanState;
import org.kpisuite.domain.quantity.Change;
import org.kpisuite.domain.scorecard.Status;

class MessagesTest {
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)}");

    private static Properties bundle(String name) {
        Properties texts = new Properties();
        try (var in = MessagesTest.class.getResourceAsStream("/org/kpisuite/domain/" + name)) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private static SortedSet<Integer> argumentsOf(String pattern) {
        return ARGUMENT.matcher(pattern)
                .results()
                .map(m -> Integer.valueOf(m.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void bothLanguages_haveTheSameKeys_withTheSameArguments() {
        Properties en = bundle("messages.properties");
        Properties ru = bundle("messages_ru.properties");
        assertThat(new TreeSet<>(ru.stringPropertyNames())).isEqualTo(new TreeSet<>(en.stringPropertyNames()));
        assertThat(en.stringPropertyNames()).allSatisfy(key -> {
            assertThat(en.getProperty(key)).as(key).isNotBlank();
            assertThat(ru.getProperty(key)).as(key).isNotBlank();
            assertThat(argumentsOf(ru.getProperty(key))).as(key).isEqualTo(argumentsOf(en.getProperty(key)));
        });
    }

    @Test
    void everyText_takesItsArguments_andLeavesNoBraces() {
        Object[] arguments = {
            "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh"
        };
        for (Locale locale : List.of(Messages.EN, Messages.RU)) {
            Properties texts = bundle(locale.equals(Messages.RU) ? "messages_ru.properties" : "messages.properties");
            assertThat(texts.stringPropertyNames()).allSatisfy(key -> {
                String text = Messages.text(locale, key, arguments);
                assertThat(text).as(key).doesNotContain("{").doesNotContain("}");
                argumentsOf(texts.getProperty(key))
                        .forEach(i -> assertThat(text).as(key).contains((String) arguments[i]));
            });
        }
    }

    @ParameterizedTest
    @EnumSource(Code.class)
    void everyCode_hasAText_inBothLanguages(Code code) {
        assertThat(Messages.has(Messages.EN, code.text())).isTrue();
        assertThat(Messages.has(Messages.RU, code.text())).isTrue();
        assertThat(Code.of(code.text())).contains(code);
        boolean warns = code.text().startsWith("W-") || code == Code.E_PERIOD_CLOSED;
        assertThat(code.severity()).isEqualTo(warns ? Severity.WARN : Severity.ERROR);
    }

    @Test
    void everyWordOfTheDomain_hasAText() {
        List<String> keys = new ArrayList<>();
        Arrays.stream(Granularity.values()).forEach(g -> keys.add("granularity." + g));
        Arrays.stream(Status.values()).forEach(s -> keys.add("status." + s));
        Arrays.stream(Nature.values()).forEach(n -> keys.add("nature." + n));
        Arrays.stream(PlanState.values()).forEach(s -> keys.add("plan.state." + s));
        Arrays.stream(Change.Reason.values())
                .filter(r -> r != Change.Reason.POINTS_ONLY)
                .forEach(r -> keys.add("change." + r));
        assertThat(keys).allSatisfy(key -> {
            assertThat(Messages.has(Messages.EN, key)).as(key).isTrue();
            assertThat(Messages.has(Messages.RU, key)).as(key).isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"E-NUM", "", "e-num-format", "E_NUM_FORMAT"})
    void whatIsNoCode_isNone(String text) {
        assertThat(Code.of(text)).isEqualTo(Optional.empty());
    }

    @Test
    void unknownKey_isADefect_andThrows() {
        assertThatThrownBy(() -> Messages.text(Messages.EN, "no.such.key"))
                .isInstanceOf(MissingResourceException.class);
        assertThat(Messages.has(Messages.RU, "no.such.key")).isFalse();
    }

    @Test
    void readerOfAnotherLanguage_readsEnglish_whateverTheMachineSpeaks() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Messages.RU);
            assertThat(Messages.text(Locale.FRENCH, "status.RED")).isEqualTo("below");
            Locale.setDefault(Locale.ENGLISH);
            assertThat(Messages.text(Locale.forLanguageTag("ru-KZ"), "status.RED"))
                    .isEqualTo("ниже");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void argument_isSetInAsItIs_withItsBracesAndApostrophes() {
        assertThat(new KpiException(Code.E_UNIT_UNKNOWN, "{0} O'Neil").message(Messages.EN))
                .isEqualTo("There is no unit {0} O'Neil.");
    }

    @Test
    void lintRefusal_readsTheSentenceOfItsRule() {
        Refusal refusal = Refusal.of(
                Code.E_LINT, "L14", "Weights sum to 99.99%, must be 100%.", "Сумма весов 99,99 %, должна быть 100 %.");
        assertThat(refusal.message(Messages.EN)).isEqualTo("L14: Weights sum to 99.99%, must be 100%.");
        assertThat(refusal.message(Messages.RU)).isEqualTo("L14: Сумма весов 99,99 %, должна быть 100 %.");
    }

    @Test
    void givenText_isCut_whereItWouldFloodTheAnswer() {
        Refusal refusal = Refusal.of(Code.E_NUM_FORMAT, "x").inColumn("value", "9".repeat(30_000));
        assertThat(refusal.value()).hasSize(Refusal.VALUE_LENGTH_MAX).endsWith("…");
        assertThat(refusal.atRow(7).row()).isEqualTo(7);
        assertThat(refusal.atRow(7).column()).isEqualTo("value");
    }

    @Test
    void manyRefusals_areNamedByTheFirst_andAllKept() {
        KpiException e =
                new KpiException(List.of(Refusal.of(Code.E_LINT, "L10", "0"), Refusal.of(Code.E_LINT, "L04", "CAC")));
        assertThat(e.code()).isEqualTo(Code.E_LINT);
        assertThat(e.refusals()).hasSize(2);
    }
}
