package org.kpisuite.ejb.scorecard;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.kpisuite.domain.actual.Facts;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.calendar.PeriodBook;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.leadlag.PairReading;
import org.kpisuite.domain.organisation.OrgTree;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.scorecard.Background;
import org.kpisuite.domain.scorecard.ChildrenIndex;
import org.kpisuite.domain.scorecard.CourseAssembler;
import org.kpisuite.domain.scorecard.Courses;
import org.kpisuite.domain.scorecard.Explanation;
import org.kpisuite.domain.scorecard.FactNeeds;
import org.kpisuite.domain.scorecard.Grounds;
import org.kpisuite.domain.scorecard.OtherScore;
import org.kpisuite.domain.scorecard.RestatedSince;
import org.kpisuite.domain.scorecard.Score;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.domain.scorecard.ScorecardAssembler;
import org.kpisuite.domain.scorecard.ScorecardItem;
import org.kpisuite.ejb.actual.ChangesSince;
import org.kpisuite.ejb.actual.Restatements;
import org.kpisuite.ejb.actual.StorageException;
import org.kpisuite.ejb.calendar.PeriodRows;
import org.kpisuite.ejb.plan.PlanStore;
import org.kpisuite.ejb.storage.Migrations;

/** Reads all that a scorecard needs, and has it assembled. Behind the boundaries. */
@ApplicationScoped
public class ScorecardReader {
    @Resource(lookup = Migrations.DATA_SOURCE)
    private DataSource database;

    private KnownReader reader;
    private PlanStore plans;

    /** For the container's own use. */
    public ScorecardReader() {}

    @Inject
    ScorecardReader(KnownReader reader, PlanStore plans) {
        this.reader = reader;
        this.plans = plans;
    }

    /** Over another database than the container's. */
    static ScorecardReader over(DataSource database, KnownReader reader, PlanStore plans) {
        ScorecardReader cards = new ScorecardReader(reader, plans);
        cards.database = database;
        return cards;
    }

    /** How a line came about, with the definitions and the organisation that it was worked out by. */
    record Explained(Explanation explanation, Catalogue catalogue, OrgTree tree) {}

    /** The scorecard of a unit and a period as known at an instant. */
    @Transactional(Transactional.TxType.REQUIRED)
    public Scorecard read(String unit, Period period, Instant asOf) {
        return read(new ScorecardQuery(unit, period, asOf));
    }

    /**
     * The scorecard of a query, with the other scores of its period beside its own. Once its plan was closed, its score is
     * the one that was reported then; the lines are as known at the instant of the query.
     */
    @Transactional(Transactional.TxType.REQUIRED)
    public Scorecard read(ScorecardQuery query) {
        Known known = reader.at(query);
        Scorecard now = withScoreBefore(alone(known, pairs(known)), query);
        if (now.plan().isEmpty()) {
            return now;
        }
        Plan plan = plans.read(now.plan().get().id());
        Optional<Scorecard> reported = reported(query);
        boolean changed = now.heading().basis() != Grounds.Basis.UNCHANGED;
        List<OtherScore> others = new ArrayList<>(OtherScore.beside(
                now,
                reported.or(() -> periodClosedAt(query).map(at -> alone(query.at(at)))),
                changed ? Optional.of(alone(query.byOtherOrganisation())) : Optional.empty()));
        Scorecard headed = reported.map(r -> now.headedBy(r.score())).orElse(now);
        OtherScore.adjusted(headed, plan, login -> reader.name(login, query.asOf()))
                .ifPresent(others::add);
        others.addAll(byRevisionsBefore(query, plan));
        return headed.beside(others);
    }

    /** The same with its lines across weeks and months, and what lies behind its score: all that a printed report shows. */
    @Transactional(Transactional.TxType.REQUIRED)
    public Scorecard report(ScorecardQuery query) {
        Scorecard card = read(query);
        Known known = reader.at(query);
        Catalogue catalogue = known.definitions().on(query.period().start());
        FactNeeds needs = Courses.needs(
                Background.needs(known.needs(), catalogue),
                catalogue,
                card.items().stream().map(ScorecardItem::key).toList(),
                card.heading().lastDay(),
                known.rules());
        Optional<RestatedSince> restated = issuedBefore(query).map(at -> restatedSince(query.at(at), query.asOf()));
        try (Connection connection = database.getConnection()) {
            Known.Read read = known.read(connection, needs);
            Grounds grounds = known.grounds(read.facts(), needs.whole(), List.of());
            return card.with(new CourseAssembler(grounds, card).courses())
                    .with(Background.of(card, grounds)
                            .above(departments(connection, known))
                            .saying(reader.remarks(query))
                            .after(restated));
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    private Optional<Instant> issuedBefore(ScorecardQuery query) {
        try (Connection connection = database.getConnection()) {
            return new IssuedBefore(connection).asOf(query);
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    /** What a report would say otherwise by the facts that are known later, by the definitions and the plan of its own time. */
    @Transactional(Transactional.TxType.REQUIRED)
    public RestatedSince restatedSince(ScorecardQuery reported, Instant until) {
        Known then = reader.at(reported);
        FactNeeds needs = then.needs();
        try (Connection connection = database.getConnection()) {
            Known.Read read = then.read(connection, needs);
            List<RestatedSince.Change> changes =
                    new ChangesSince(connection, then.rules().calendar()).of(read.query(), reported.asOf(), until);
            if (changes.isEmpty()) {
                return new RestatedSince(reported.asOf(), until, List.of());
            }
            return RestatedSince.between(
                    assembled(then, read.facts(), needs),
                    assembled(then, then.at(until).read(connection, needs).facts(), needs),
                    until,
                    changes,
                    item -> then.catalogueOf(item.key())
                            .indicator(item.indicator())
                            .map(then.catalogueOf(item.key())::measuresOf)
                            .orElse(Set.of()));
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    private static Scorecard assembled(Known known, Facts facts, FactNeeds needs) {
        ScorecardQuery query = known.query();
        return new ScorecardAssembler(known.grounds(facts, needs.whole(), List.of()))
                .assemble(
                        query.unit(),
                        query.period(),
                        query.asOf(),
                        known.company().zone(),
                        List.of());
    }

    /** The departments below with the scores that stand for them: as they were reported, once they were. */
    private List<Scorecard> departments(Connection connection, Known above) throws SQLException {
        List<Scorecard> cards = new ArrayList<>();
        new DepartmentCards(connection, reader.below(above))
                .read()
                .forEach((known, card) -> cards.add(standing(known, card)));
        return cards;
    }

    private Scorecard standing(Known known, Scorecard card) {
        Period period = known.query().period();
        Scorecard headed =
                reported(known, period).map(r -> card.headedBy(r.score())).orElse(card);
        return reported(known, period.previous())
                .map(r -> headed.withPreviousScore(r.score()))
                .orElse(headed);
    }

    /** The same by what is known at the instant of the query alone, whatever was reported: what a change of facts comes to. */
    @Transactional(Transactional.TxType.REQUIRED)
    Scorecard asKnown(ScorecardQuery query) {
        return withScoreBefore(alone(query), query);
    }

    private Scorecard withScoreBefore(Scorecard card, ScorecardQuery query) {
        ScorecardQuery before = query.of(query.period().previous());
        return reported(before).map(r -> card.withPreviousScore(r.score())).orElse(card);
    }

    /** The pairs of the unit up to the last day of the query's period that is over. */
    private List<PairReading> pairs(Known known) {
        LocalDate last = known.lastDay();
        LocalDate end = known.query().period().endInclusive();
        try (Connection connection = database.getConnection()) {
            return new PairReader(connection, known).all(last.isBefore(end) ? last : end);
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    /** The score that stands for a unit and a period: as it was reported, once it was. */
    private Score standing(ScorecardQuery query) {
        return reported(query).orElseGet(() -> alone(query)).score();
    }

    /** What must be read for the scorecard of a query. */
    FactNeeds needs(ScorecardQuery query) {
        return reader.at(query).needs();
    }

    /** The scorecard as it was known when its plan was closed; empty before. */
    private Optional<Scorecard> reported(ScorecardQuery query) {
        return reported(reader.at(query), query.period());
    }

    private Optional<Scorecard> reported(Known known, Period period) {
        ScorecardQuery query = known.query();
        return Optional.ofNullable(known.plans().get(period))
                .flatMap(plan -> plan.closedBefore(query.asOf()))
                .map(at -> alone(query.of(period).at(at)));
    }

    /** The score by the revision before, and those that were adjusted by four eyes, whatever revision they were asked for. */
    private List<OtherScore> byRevisionsBefore(ScorecardQuery query, Plan plan) {
        List<OtherScore> scores = new ArrayList<>();
        Optional<Plan> before = plan.basedOn().map(plans::read);
        while (before.isPresent()) {
            Plan revision = before.get();
            boolean last = scores.isEmpty();
            if (last || revision.adjustments().stream().anyMatch(a -> a.counts(query.asOf()))) {
                Scorecard card = alone(reader.at(query).by(revision));
                if (last) {
                    scores.add(OtherScore.byRevisionBefore(card));
                }
                OtherScore.adjusted(card, revision, login -> reader.name(login, query.asOf()))
                        .ifPresent(scores::add);
            }
            before = revision.basedOn().map(plans::read);
        }
        return scores;
    }

    /** When the period had been closed, as it was known at the instant of the query. */
    private Optional<Instant> periodClosedAt(ScorecardQuery query) {
        try (Connection connection = database.getConnection()) {
            return new PeriodBook(new PeriodRows(connection).all(), query.asOf(), ZoneOffset.UTC)
                    .closedAt(query.period())
                    .filter(at -> at.isBefore(query.asOf()));
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    private Scorecard alone(ScorecardQuery query) {
        return alone(reader.at(query));
    }

    private Scorecard alone(Known known) {
        return alone(known, List.of());
    }

    private Scorecard alone(Known known, List<PairReading> pairs) {
        ScorecardQuery query = known.query();
        FactNeeds needs = known.needs();
        List<ChildrenIndex.Child> children = children(known);
        try (Connection connection = database.getConnection()) {
            Known.Read read = known.read(connection, needs);
            List<Scorecard.Restatement> restatements = new Restatements(
                            connection, known.catalogue(), known.rules().calendar())
                    .of(read.query(), query.period(), query.asOf());
            return new ScorecardAssembler(
                            known.grounds(read.facts(), needs.whole(), children).with(pairs))
                    .assemble(
                            query.unit(),
                            query.period(),
                            query.asOf(),
                            known.company().zone(),
                            restatements);
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    /** How lines of a scorecard came about, with what was known of its unit. */
    record Behind(List<Explanation> explanations, Known known) {
        /** Of a unit's money, where a measure has none of its own. */
        String currency(String unit) {
            return known.organisation().latest().currency(unit);
        }
    }

    /** How the lines of a scorecard came about, by their keys. */
    @Transactional(Transactional.TxType.REQUIRED)
    Behind behind(ScorecardQuery query, List<String> items) {
        Known known = reader.at(query);
        FactNeeds needs = known.needs();
        try (Connection connection = database.getConnection()) {
            Known.Read read = known.read(connection, needs);
            List<Explanation> explanations = new ScorecardAssembler(
                            known.grounds(read.facts(), needs.whole(), List.of()))
                    .explain(
                            items, query.period(), query.asOf(), known.company().zone());
            return new Behind(explanations, known);
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    /** Where a code on a report leads to, without the code. */
    String traceAddress(Instant asOf) {
        return reader.traceAddress(asOf);
    }

    /** How one line of that scorecard came about; empty if there is no such line. */
    @Transactional(Transactional.TxType.REQUIRED)
    Optional<Explained> explained(ScorecardQuery query, String item) {
        Known known = reader.at(query);
        FactNeeds needs = known.needs();
        try (Connection connection = database.getConnection()) {
            Known.Read read = known.read(connection, needs);
            return new ScorecardAssembler(known.grounds(read.facts(), needs.whole(), List.of()))
                    .explain(item, query.period(), query.asOf(), known.company().zone())
                    .map(e -> new Explained(
                            e, known.catalogueOf(item), known.organisation().latest()));
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    /** The scores of the departments that the plan weighs; those below them do not matter here. */
    private List<ChildrenIndex.Child> children(Known known) {
        ScorecardQuery query = known.query();
        return Optional.ofNullable(known.plans().get(query.period())).map(Plan::children).orElse(List.of()).stream()
                .map(child -> new ChildrenIndex.Child(child.unit(), child.weight(), standing(query.of(child.unit()))))
                .toList();
    }
}
