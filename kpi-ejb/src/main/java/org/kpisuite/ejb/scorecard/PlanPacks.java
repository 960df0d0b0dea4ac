package org.kpisuite.ejb.scorecard;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.kpisuite.domain.organisation.OrgTree;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.PlanDeadlines;
import org.kpisuite.domain.report.ApprovalPack;
import org.kpisuite.ejb.access.Directory;
import org.kpisuite.ejb.catalogue.CatalogueInForce;
import org.kpisuite.ejb.plan.PlanComments;
import org.kpisuite.ejb.plan.PlanDiffs;
import org.kpisuite.ejb.plan.PlanPeople;
import org.kpisuite.ejb.plan.Plans;
import org.kpisuite.ejb.settings.Settings;
import org.kpisuite.reports.pack.PackPdf;

/** Approval packs of plans that the caller may read. */
@Stateless
@RolesAllowed({"AUTHOR", "HEAD", "CONTROLLER", "APPROVER", "VIEWER", "AUDITOR"})
public class PlanPacks {
    @EJB
    private Plans plans;

    @EJB
    private PlanDiffs diffs;

    @EJB
    private PlanPeople people;

    @EJB
    private PlanComments comments;

    @EJB
    private PlanWorkbench workbench;

    @EJB
    private CatalogueInForce catalogues;

    @Inject
    private Directory directory;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /** All that a decision about a plan needs, as of now. Refuses E-NOT-FOUND. */
    public ApprovalPack of(long id) {
        Plan plan = plans.get(id);
        OrgTree tree = directory.tree();
        Instant now = clock.instant();
        ApprovalPack.Setting setting = new ApprovalPack.Setting(
                tree.get(plan.unit()).name(),
                tree.root(plan.unit()).name(),
                catalogues.get(),
                people.names(id),
                due(plan),
                settings.baseUrl() + "/plan?id=" + id,
                settings.zone(),
                now);
        return new ApprovalPack(
                setting, plan, diffs.of(id).before(), plans.lint(id), workbench.whatIf(id), comments.of(id));
    }

    private Optional<LocalDate> due(Plan plan) {
        PlanDeadlines deadlines = new PlanDeadlines(plan.period(), settings.workingDays());
        LocalDate since = deadlines.since(plan, settings.zone(), directory.today());
        return deadlines.due(plan.state(), since);
    }

    /** The same as PDF. Refuses E-NOT-FOUND. */
    public byte[] pdf(long id, Locale locale) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            PackPdf.write(of(id), locale, settings.look(), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
