package org.kpisuite.web.sample;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Opens the link of an invitation and sets a password there, as a browser would. */
final class InvitationPage {
    private static final Pattern FORM = Pattern.compile("(?s)<form\\b([^>]*)>(.*?)</form>");
    private static final Pattern FIELD = Pattern.compile("(?s)<(?:input|button)\\b([^>]*)>");

    /** The page leads on once the password is set, and shows itself again where it is not. */
    private static final int FOUND = 302;

    private static final int SEE_OTHER = 303;

    private final String base;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();

    InvitationPage(String base) {
        this.base = base;
    }

    /** Follows the link, wherever the suite believes that it is reached. */
    void setPassword(String link, String password) {
        URI given = URI.create(link);
        URI page = URI.create(base + given.getRawPath() + "?" + given.getRawQuery());
        HttpResponse<byte[]> shown =
                Client.exchange(http, HttpRequest.newBuilder(page).build());
        String html = new String(shown.body(), StandardCharsets.UTF_8);
        Matcher form = FORM.matcher(html);
        boolean found = false;
        while (!found && form.find()) {
            found = form.group(2).contains("type=\"password\"");
        }
        if (!found) {
            throw new DemoFailure("GET " + page + " answered " + shown.statusCode() + " without a form for a password");
        }
        String action =
                attribute(form.group(1), "action").orElse(page.toString()).replace("&amp;", "&");
        HttpRequest sent = HttpRequest.newBuilder(page.resolve(action))
                .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .POST(BodyPublishers.ofString(fields(form.group(2), password)))
                .build();
        int status = Client.exchange(http, sent).statusCode();
        if (status != FOUND && status != SEE_OTHER) {
            throw new DemoFailure("the password was not taken: POST " + sent.uri() + " answered " + status);
        }
    }

    private static String fields(String form, String password) {
        List<String> fields = new ArrayList<>();
        Matcher field = FIELD.matcher(form);
        while (field.find()) {
            String value = "password".equals(attribute(field.group(1), "type").orElse(""))
                    ? password
                    : attribute(field.group(1), "value").orElse("");
            attribute(field.group(1), "name").ifPresent(n -> fields.add(encoded(n) + "=" + encoded(value)));
        }
        return String.join("&", fields);
    }

    private static Optional<String> attribute(String tag, String name) {
        Matcher m = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
        return m.find() ? Optional.of(m.group(1)) : Optional.empty();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
