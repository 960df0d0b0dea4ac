package org.kpisuite.web.api;

import jakarta.ejb.EJB;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.plan.Gate;
import org.kpisuite.domain.plan.RoleTemplate;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.ejb.catalogue.Catalogues;

/** Role templates: {@code POST /plans} with the code of one makes a plan of it. */
@Path("/plan-templates")
@Produces(MediaType.APPLICATION_JSON)
public class PlanTemplatesResource {
    @EJB
    private Catalogues catalogues;

    /** A template as sent. */
    public record TemplateView(String code, NameView name, NameView influencer, List<LineView> items) {}

    /** One of its items. */
    public record LineView(
            String indicator,
            Map<String, String> dims,
            String usage,
            String weight,
            String dataSource,
            @Nullable NameView goalLink,
            @Nullable String explains,
            @Nullable String qualityPair,
            @Nullable Map<String, Object> gate) {}

    @GET
    public ListView<TemplateView> list() {
        Catalogue catalogue = catalogues.get();
        return ListView.whole(
                RoleTemplate.shipped().stream().map(t -> view(t, catalogue)).toList());
    }

    private static TemplateView view(RoleTemplate template, Catalogue catalogue) {
        return new TemplateView(
                template.code(),
                name(template.name()),
                name(template.influencer()),
                template.lines().stream().map(l -> view(l, catalogue)).toList());
    }

    private static LineView view(RoleTemplate.Line line, Catalogue catalogue) {
        return new LineView(
                line.indicator(),
                line.dimensions(),
                line.usage().name(),
                Numbers.text(line.weight()),
                line.source(),
                line.goal() == null ? null : name(line.goal()),
                line.explains(),
                line.qualityPair(),
                line.gate() == null ? null : PlanView.gate(Gate.of(line.gate(), catalogue)));
    }

    private static NameView name(LocalizedText text) {
        return new NameView(text.en(), text.ru());
    }
}
