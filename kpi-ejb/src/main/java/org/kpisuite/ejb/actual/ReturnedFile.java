package org.kpisuite.ejb.actual;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that is given back, made and waiting to be sent; closed, it is gone.
 *
 * @param name under which the person may keep it
 * @param type of its content
 */
public record ReturnedFile(Path path, String name, String type) implements AutoCloseable {
    /** How it is offered for download: under a name that old clients can spell, and under its own. */
    public String disposition() {
        String plain = name.replaceAll("[^A-Za-z0-9._-]", "_");
        String own = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + own;
    }

    public void sendTo(OutputStream out) throws IOException {
        Files.copy(path, out);
    }

    public long bytes() throws IOException {
        return Files.size(path);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
