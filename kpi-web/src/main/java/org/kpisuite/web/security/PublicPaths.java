package org.kpisuite.web.security;

import java.util.List;

/** What is open to everybody; everything else is not. */
final class PublicPaths {
    private static final List<String> PAGES = List.of("/signin", "/setup", "/invite", "/error", "/favicon.ico");
    private static final List<String> FOLDERS = List.of("/assets/", "/jakarta.faces.resource/");
    private static final List<String> API = List.of("/api/health", "/api/tokens");

    private PublicPaths() {}

    static boolean contains(String path) {
        return PAGES.stream().anyMatch(p -> path.equals(p) || path.equals(p + ".xhtml"))
                || FOLDERS.stream().anyMatch(path::startsWith)
                || API.contains(path);
    }

    static boolean isApi(String path) {
        return path.equals("/api") || path.startsWith("/api/");
    }
}
