package org.kpisuite.ejb.delivery;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * A mail server as {@code KPI_SMTP_URL} names it: {@code smtp[s]://user:password@host:port}.
 *
 * <p>Characters that a URL cannot hold are written as {@code %40}. Without a port: 25, with {@code smtps} 465.
 *
 * @param tls whether the connection is encrypted from its first byte; else as soon as the server offers it
 * @param credentials empty where the server asks for none
 */
record SmtpServer(boolean tls, String host, int port, Optional<Credentials> credentials) {
    private static final int PORT_PLAIN = 25;
    private static final int PORT_TLS = 465;

    record Credentials(String user, String password) {
        @Override
        public String toString() {
            return user;
        }
    }

    /** Refuses with IllegalStateException that names the setting and never the password. */
    static SmtpServer parse(String url) {
        URI uri;
        try {
            uri = new URI(url.strip());
        } catch (URISyntaxException e) {
            // Its message would repeat the URL, and with it the password.
            throw new IllegalStateException("KPI_SMTP_URL is not a URL: " + e.getReason() + " at " + e.getIndex());
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        boolean tls = scheme.equals("smtps");
        if ((!tls && !scheme.equals("smtp")) || uri.getHost() == null) {
            throw new IllegalStateException("KPI_SMTP_URL must be smtp[s]://user:password@host:port");
        }
        int usual = tls ? PORT_TLS : PORT_PLAIN;
        int port = uri.getPort() > 0 ? uri.getPort() : usual;
        return new SmtpServer(tls, uri.getHost(), port, credentials(uri.getRawUserInfo()));
    }

    private static Optional<Credentials> credentials(String userInfo) {
        if (userInfo == null || userInfo.isEmpty()) {
            return Optional.empty();
        }
        int colon = userInfo.indexOf(':');
        String user = colon < 0 ? userInfo : userInfo.substring(0, colon);
        String password = colon < 0 ? "" : userInfo.substring(colon + 1);
        return Optional.of(new Credentials(decoded(user), decoded(password)));
    }

    private static String decoded(String text) {
        // A plus is a plus in this part of a URL.
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
