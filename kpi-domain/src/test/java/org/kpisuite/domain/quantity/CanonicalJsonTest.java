package org.kpisuite.domain.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One spelling of what is signed: RFC 8785 with decimals as strings, domain specification §4.5. */
class CanonicalJsonTest {
    @Test
    void names_areSortedByUtf16CodeUnits_asTheExampleOfTheRfc() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("\u20ac", "Euro Sign");
        map.put("\r", "Carriage Return");
        map.put("\ufb33", "Hebrew Letter Dalet With Dagesh");
        map.put("1", "One");
        map.put("\ud83d\ude00", "Emoji: Grinning Face");
        map.put("\u0080", "Control");
        map.put("\u00f6", "Latin Small Letter O With Diaeresis");
        List<String> order = List.of(
                "Carriage Return", "One", "Control", "Latin Small Letter O", "Euro Sign", "Emoji", "Hebrew Letter");
        String json = CanonicalJson.of(map);
        assertThat(order.stream().map(json::indexOf)).isSorted().doesNotContain(-1);
    }

    @Test
    void text_isEscapedAsTheRfcSays_andNoFurther() {
        assertThat(CanonicalJson.of("\u20ac$\u000f\nA'B\"\\\b\t\r\f/\u007f\u2028<"))
                .isEqualTo("\"\u20ac$\\u000f\\nA'B\\\"\\\\\\b\\t\\r\\f/\u007f\u2028<\"");
    }

    @ParameterizedTest
    @CsvSource({
        "1.50, 1.5",
        "100, 100",
        "1E+3, 1000",
        "0.00, 0",
        "-0.0, 0",
        "0.1234567890123456789012345678, 0.1234567890123456789012345678"
    })
    void decimals_areStrings_withoutIdleZeros(BigDecimal number, String text) {
        assertThat(CanonicalJson.of(number)).isEqualTo('"' + text + '"');
    }

    @Test
    void otherValues_haveNoWhiteSpace() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("b", Arrays.asList(1, 2L, null, true, UnitKind.MONEY, Optional.of(3), Optional.empty()));
        map.put("a", Map.of());
        assertThat(CanonicalJson.of(map)).isEqualTo("{\"a\":{},\"b\":[1,2,null,true,\"MONEY\",3,null]}");
    }

    @Test
    void composedAndDecomposedText_isTheSame() {
        assertThat(CanonicalJson.of("\u0438\u0306"))
                .isEqualTo(CanonicalJson.of("\u0439"))
                .isEqualTo("\"й\"");
    }

    @Test
    void sha256_isThatOfTheUtf8Bytes() {
        assertThat(CanonicalJson.sha256("abc"))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(CanonicalJson.sha256("й")).hasSize(64).isNotEqualTo(CanonicalJson.sha256("?"));
    }
}
