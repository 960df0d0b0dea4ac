package org.kpisuite.web.api;

import jakarta.ejb.EJB;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.organisation.OrgUnit;
import org.kpisuite.domain.organisation.ParentShare;
import org.kpisuite.domain.organisation.Standing;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.ejb.organisation.UnitChange;
import org.kpisuite.ejb.organisation.Units;

/** Units of the company. */
@Path("/units")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class UnitsResource {
    @EJB
    private Units units;

    /**
     * A unit as sent.
     *
     * @param parent where it stands today; of a split unit the first one
     * @param closedOn last day of its work; null while it works
     * @param memberships where it stood, stands and will stand, by first day
     */
    public record UnitView(
            String code,
            NameView name,
            @Nullable String parent,
            @Nullable String currency,
            @Nullable String businessStage,
            @Nullable String closedOn,
            List<MembershipView> memberships,
            long version) {
        static UnitView of(OrgUnit unit, List<Standing> standings) {
            return new UnitView(
                    unit.code(),
                    NameView.of(unit.name()),
                    unit.parent().orElse(null),
                    unit.currency().orElse(null),
                    unit.businessStage().orElse(null),
                    unit.closedOn().map(LocalDate::toString).orElse(null),
                    standings.stream().map(MembershipView::of).toList(),
                    unit.version());
        }
    }

    /**
     * Where a unit stands from a day on, until the next membership begins.
     *
     * @param validFrom first day; null where it has been so from the beginning
     * @param shares none for a root
     */
    public record MembershipView(@Nullable String validFrom, String recordedAt, List<ShareView> shares) {
        static MembershipView of(Standing standing) {
            boolean beginning = standing.validFrom().equals(Standing.BEGINNING);
            return new MembershipView(
                    beginning ? null : standing.validFrom().toString(),
                    standing.recordedAt().toString(),
                    standing.shares().stream()
                            .map(s -> new ShareView(s.parent(), Numbers.text(s.share())))
                            .toList());
        }
    }

    /** A unit above and the part of the figures that counts for it. */
    public record ShareView(String parent, String share) {}

    /** All units, or those in whose code or name a text stands. */
    @GET
    public ListView<UnitView> list(@QueryParam("q") @DefaultValue("") String q) {
        Map<String, List<Standing>> standings = units.standings();
        return ListView.whole(Stream.concat(units.list().stream(), units.coming().stream())
                .filter(u -> u.isFoundBy(q))
                .sorted(Comparator.comparing(OrgUnit::code))
                .map(u -> UnitView.of(u, standings.getOrDefault(u.code(), List.of())))
                .toList());
    }

    @GET
    @Path("/{code}")
    public Response get(@PathParam("code") String code) {
        return answer(units.get(code));
    }

    @PUT
    @Path("/{code}")
    public Response put(
            @PathParam("code") String code, @HeaderParam("If-Match") @Nullable String ifMatch, InputStream in) {
        UnitChange change = change(Body.of(in));
        units.put(code, change, Numbers.version(ifMatch));
        return answer(units.get(code));
    }

    private static UnitChange change(Body body) {
        LocalizedText name = body.names("name");
        Optional<String> parent = body.text("parent");
        List<GivenShare> shares =
                body.list("shares").stream().map(GivenShare::of).toList();
        Optional<String> currency = body.text("currency");
        Optional<String> stage = body.text("businessStage");
        Optional<LocalDate> validFrom = body.parsed("validFrom", LocalDate::parse, "2026-07-01");
        Optional<LocalDate> closedOn = body.parsed("closedOn", LocalDate::parse, "2026-12-31");
        body.check();
        if (parent.isPresent() && !shares.isEmpty()) {
            throw new KpiException(Code.E_FIELD_VALUE, "parent", parent.get(), "parent, shares: one of them");
        }
        List<ParentShare> above = parent.map(p -> List.of(new ParentShare(p, BigDecimal.ONE)))
                .orElseGet(() -> shares.stream().map(GivenShare::checked).toList());
        return new UnitChange(name, currency, stage, above, validFrom, closedOn);
    }

    private record GivenShare(String parent, Optional<BigDecimal> share) {
        static GivenShare of(Body body) {
            return new GivenShare(body.requiredText("parent"), body.requiredDecimal("share"));
        }

        ParentShare checked() {
            return new ParentShare(parent, share.orElseThrow());
        }
    }

    private Response answer(OrgUnit unit) {
        return Response.ok(UnitView.of(unit, units.standings(unit.code())))
                .header("ETag", Numbers.tag(unit.version()))
                .build();
    }
}
