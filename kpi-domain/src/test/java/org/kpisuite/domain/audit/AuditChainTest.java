package org.kpisuite.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kpisuite.domain.audit.AuditVerdict.Broken;
import org.kpisuite.domain.audit.AuditVerdict.Fault;
import org.kpisuite.domain.quantity.CanonicalJson;

class AuditChainTest {
    private static final Instant AT = Instant.parse("2026-11-22T09:30:00.123456Z");
    private static final Origin ANNA = new Origin("anna", Optional.of("request"), Optional.of("10.0.0.7"));

    private static Deed deed(int number) {
        return Deed.of(AuditAction.CHANGE, "plan", number)
                .in("SEO")
                .onBehalfOf("boris")
                .from(Map.of("weight", new BigDecimal("40.0")))
                .to(Map.of("weight", new BigDecimal("30")));
    }

    private static List<AuditRecord> chain(int length) {
        AuditChain chain = AuditChain.fromStart();
        List<AuditRecord> records = new ArrayList<>();
        for (int i = 1; i <= length; i++) {
            records.add(chain.add(AT.plusSeconds(i), ANNA, deed(i)));
        }
        return records;
    }

    private static AuditVerdict walk(List<AuditRecord> records, AuditHead head) {
        AuditChain chain = AuditChain.fromStart();
        records.forEach(chain::verify);
        return chain.verdict(head, head);
    }

    private static AuditHead headOf(List<AuditRecord> records) {
        return records.isEmpty()
                ? AuditHead.START
                : records.get(records.size() - 1).head();
    }

    @Test
    void hash_isThatOfThePreviousHashAndTheCanonicalRecord() {
        AuditRecord first = chain(1).get(0);
        assertThat(first.prevHash()).isEqualTo("0".repeat(64));
        assertThat(first.hash())
                .isEqualTo(CanonicalJson.sha256("0".repeat(64)
                        + "{\"action\":\"CHANGE\",\"actor\":\"anna\",\"after\":\"{\\\"weight\\\":\\\"30\\\"}\","
                        + "\"at\":\"2026-11-22T09:30:01.123456Z\",\"before\":\"{\\\"weight\\\":\\\"40\\\"}\","
                        + "\"ip\":\"10.0.0.7\",\"object\":\"plan/1\",\"onBehalfOf\":\"boris\","
                        + "\"requestId\":\"request\",\"seq\":1,\"unit\":\"SEO\"}"));
    }

    @Test
    void untouchedChain_isWhole() {
        List<AuditRecord> records = chain(5);
        AuditVerdict verdict = walk(records, headOf(records));
        assertThat(verdict.isWhole()).isTrue();
        assertThat(verdict.verified()).isEqualTo(5);
        assertThat(verdict.last()).isEqualTo(records.get(4).head());
        assertThat(walk(List.of(), AuditHead.START).isWhole()).isTrue();
    }

    @Test
    void instant_isHashedAsItIsStored_toTheMicrosecond() {
        AuditRecord record = AuditChain.fromStart().add(AT.plusNanos(999), ANNA, deed(1));
        assertThat(record.at()).isEqualTo(AT);
    }

    static Stream<Arguments> tamperings() {
        return Stream.of(
                tampering("at", r -> with(r, AT, r.origin(), r.deed())),
                tampering("actor", r -> with(r, r.at(), new Origin("boris", ANNA.request(), ANNA.ip()), r.deed())),
                tampering("request", r -> with(r, r.at(), new Origin("anna", Optional.empty(), ANNA.ip()), r.deed())),
                tampering("ip", r -> with(r, r.at(), new Origin("anna", ANNA.request(), Optional.empty()), r.deed())),
                tampering(
                        "action",
                        r -> with(r, Deed.of(AuditAction.CANCEL, "plan", 3).in("SEO"))),
                tampering(
                        "object",
                        r -> with(r, Deed.of(AuditAction.CHANGE, "plan", 4).in("SEO"))),
                tampering("unit", r -> with(r, r.deed().in("SALES"))),
                tampering("principal", r -> with(r, r.deed().onBehalfOf("vera"))),
                tampering("before", r -> with(r, r.deed().from(Map.of("weight", 41)))),
                tampering("after", r -> with(r, r.deed().to(Map.of("weight", 31)))),
                tampering(
                        "prevHash",
                        r -> new AuditRecord(r.seq(), r.at(), r.origin(), r.deed(), "0".repeat(64), r.hash())),
                tampering(
                        "hash",
                        r -> new AuditRecord(r.seq(), r.at(), r.origin(), r.deed(), r.prevHash(), "0".repeat(64))));
    }

    private static Arguments tampering(String field, UnaryOperator<AuditRecord> change) {
        return Arguments.of(field, change);
    }

    private static AuditRecord with(AuditRecord r, Deed deed) {
        return with(r, r.at(), r.origin(), deed);
    }

    private static AuditRecord with(AuditRecord r, Instant at, Origin origin, Deed deed) {
        return new AuditRecord(r.seq(), at, origin, deed, r.prevHash(), r.hash());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tamperings")
    void changedField_isFound_inTheRecordThatHasIt(String field, UnaryOperator<AuditRecord> change) {
        List<AuditRecord> records = chain(5);
        AuditRecord tampered = change.apply(records.get(2));
        assertThat(tampered).isNotEqualTo(records.get(2));
        AuditHead head = headOf(records);
        records.set(2, tampered);
        AuditVerdict verdict = walk(records, head);
        assertThat(verdict.broken()).contains(new Broken(3, Fault.HASH));
        assertThat(verdict.verified()).isEqualTo(2);
    }

    @Test
    void changedRecord_withAHashOfItsOwn_isFoundByTheNext() {
        List<AuditRecord> records = chain(5);
        AuditHead head = headOf(records);
        AuditChain forged = AuditChain.at(records.get(1).head());
        records.set(2, forged.add(AT, ANNA, deed(7)));
        assertThat(walk(records, head).broken()).contains(new Broken(4, Fault.LINK));
    }

    @Test
    void missingRecord_isNamed_whereverItStood() {
        for (int missing = 1; missing <= 5; missing++) {
            List<AuditRecord> records = chain(5);
            AuditHead head = headOf(records);
            records.remove(missing - 1);
            assertThat(walk(records, head).broken()).contains(new Broken(missing, Fault.GAP));
        }
    }

    @Test
    void lastRecordForged_orAddedBesideTheHead_isFound() {
        List<AuditRecord> records = chain(5);
        AuditHead head = headOf(records);
        AuditChain forged = AuditChain.at(records.get(3).head());
        records.set(4, forged.add(AT, ANNA, deed(7)));
        assertThat(walk(records, head).broken()).contains(new Broken(5, Fault.HEAD));
        List<AuditRecord> longer = chain(6);
        assertThat(walk(longer, longer.get(4).head()).broken()).contains(new Broken(6, Fault.HEAD));
    }

    @Test
    void chainThatGrowsDuringTheWalk_isWhole() {
        List<AuditRecord> records = chain(6);
        AuditChain walk = AuditChain.fromStart();
        records.subList(0, 5).forEach(walk::verify);
        assertThat(walk.verdict(records.get(3).head(), records.get(5).head()).isWhole())
                .isTrue();
    }
}
