package org.kpisuite.ejb.access;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.kpisuite.domain.access.Invitation;
import org.kpisuite.ejb.settings.Settings;

/** While there are no people, each start makes a new one-time link to set the installation up. */
@Singleton
@Startup
@DependsOn("Migrations")
@PermitAll
public class FirstSignIn {
    static final String FILE = "setup-link.txt";
    private static final Logger LOG = Logger.getLogger(FirstSignIn.class.getName());

    @PersistenceContext(unitName = "kpi")
    private EntityManager entities;

    @Inject
    private Directory directory;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @PostConstruct
    void invite() {
        Path file = settings.folder().resolve(FILE);
        try {
            if (!directory.people().isEmpty()) {
                Files.deleteIfExists(file);
                return;
            }
            String code = Secrets.random();
            entities.persist(Invitation.toSetUp(Secrets.hash(code), clock.instant()));
            String link = settings.baseUrl() + "/setup?code=" + code;
            write(file, link);
            LOG.log(Level.INFO, "No people yet. Set up within 24 hours, once: {0}", link);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String link) throws IOException {
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, link + System.lineSeparator());
    }
}
