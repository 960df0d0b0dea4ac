package org.kpisuite.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.access.Person;
import org.kpisuite.domain.access.Role;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.organisation.Units;

/** What stands around every page: sections, language, theme, person. */
@Named
@RequestScoped
public class Frame {
    private static final List<String> THEMES = List.of("system", "light", "dark");
    private static final String THEME = "theme";
    private static final int COOKIE_SECONDS =
            Math.toIntExact(Duration.ofDays(400).toSeconds());

    @Inject
    HttpServletRequest request;

    @Inject
    Reader reader;

    @EJB
    Caller caller;

    @EJB
    Units units;

    private @Nullable String name;
    private @Nullable List<Section> sections;

    @PostConstruct
    void begin() {
        if (request.getParameter(Reader.LANGUAGE) != null) {
            remember(Reader.LANGUAGE, reader.getLanguage());
        }
        if (request.getParameter(THEME) != null) {
            remember(THEME, getTheme());
        }
    }

    private static void remember(String name, String value) {
        FacesContext.getCurrentInstance()
                .getExternalContext()
                .addResponseCookie(
                        name, value, Map.of("path", "/", "maxAge", COOKIE_SECONDS, "SameSite", (Object) "Lax"));
    }

    public String getTheme() {
        return Optional.ofNullable(request.getParameter(THEME))
                .or(() -> reader.cookie(THEME))
                .filter(THEMES::contains)
                .orElse("system");
    }

    public List<String> getThemes() {
        return THEMES;
    }

    public boolean isSignedIn() {
        return request.getUserPrincipal() != null;
    }

    public List<Section> getSections() {
        if (sections == null) {
            Set<Role> roles = isSignedIn() ? caller.roles() : Set.of();
            sections = Arrays.stream(Section.values())
                    .filter(s -> s.opensTo(roles))
                    .toList();
        }
        return sections;
    }

    /** Name of the section in which this page lies: a plan lies in the plans, an import in the imports. */
    public String getSection() {
        String page = path().substring(path().lastIndexOf('/') + 1).replace(".xhtml", "");
        return switch (page) {
            case "" -> Section.OVERVIEW.page();
            case "plan", "plan-edit", "plan-history", "plan-compare", "inbox" -> Section.PLANS.page();
            case "import", "import-preview", "import-profiles", "import-profile" -> Section.IMPORTS.page();
            case "quarantine" ->
                (getSections().contains(Section.QUARANTINE) ? Section.QUARANTINE : Section.IMPORTS).page();
            case "indicator", "measure", "pair", "source", "units", "unit" -> Section.CATALOGUE.page();
            case "indicator-edit", "measure-edit", "pair-edit", "source-edit", "unit-edit" -> Section.CATALOGUE.page();
            case "signals", "discovery", "forecasts" -> Section.LEADLAG.page();
            case "explain", "trace" -> Section.SCORECARDS.page();
            case "reports", "report" -> Section.DELIVERIES.page();
            default -> page;
        };
    }

    /** All that {@code /} finds. */
    public List<Place> getPlaces() {
        Stream<Place> sections = getSections().stream()
                .map(s -> new Place(reader.text("section." + s.page()), reader.text("place.section"), s.page()));
        Stream<Place> departments = getSections().contains(Section.SCORECARDS)
                ? units.list().stream()
                        .map(u -> new Place(
                                u.name().in(reader.getLocale()),
                                reader.text("place.unit"),
                                "scorecard?unit=" + encode(u.code())))
                : Stream.of();
        return Stream.concat(departments, sections).toList();
    }

    /** Somewhere to go. */
    public record Place(String name, String kind, String address) {}

    /** The name of the person; of a service account its login. */
    public String getName() {
        if (name == null) {
            name = isSignedIn() ? caller.person().map(Person::name).orElseGet(this::getLogin) : "";
        }
        return name;
    }

    /** Whether the person keeps people and units, and reads no figures. */
    public boolean isAdministrator() {
        return isSignedIn()
                && caller.roles().contains(Role.ADMIN)
                && !getSections().contains(Section.SCORECARDS);
    }

    public String getLogin() {
        Principal person = request.getUserPrincipal();
        return person == null ? "" : person.getName();
    }

    /** Two letters for the round mark of the person. */
    public String getInitials() {
        return initials(getName());
    }

    static String initials(String name) {
        String[] words = name.strip().split("[\\s._-]+");
        return Stream.of(words)
                .filter(w -> !w.isEmpty())
                .limit(2)
                .map(w -> w.substring(0, 1))
                .collect(Collectors.joining())
                .toUpperCase(Locale.ROOT);
    }

    /** The address of this page with one parameter set anew, all else kept. */
    public String with(String name, String value) {
        String kept = request.getParameterMap().entrySet().stream()
                .filter(e -> !e.getKey().equals(name) && isOfAddress(e.getKey()))
                .flatMap(e -> Arrays.stream(e.getValue()).map(v -> Map.entry(e.getKey(), v)))
                .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()) + "&")
                .collect(Collectors.joining());
        return path() + "?" + kept + encode(name) + "=" + encode(value);
    }

    /** Fields of forms have an id with a colon, and the view state does; neither belongs to the address. */
    private boolean isOfAddress(String name) {
        String query = request.getQueryString();
        return query != null && Arrays.stream(query.split("&")).anyMatch(p -> p.startsWith(encode(name) + "="));
    }

    private String path() {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failed == null ? request.getRequestURI() : failed.toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
