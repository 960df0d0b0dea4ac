package org.kpisuite.it.inside;

import java.io.File;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.kpisuite.it.suite.Build;

/**
 * The one archive that all tests inside the container deploy: the libraries of the shipped WAR, and every class of this
 * package and below. The WAR's own classes stay out, or its security would turn the test runner away.
 *
 * <p>A test class returns it from its {@code @Deployment} method; the container starts once for all of them.
 */
public final class Inside {

    private Inside() {}

    public static WebArchive archive() {
        WebArchive archive = ShrinkWrap.create(WebArchive.class, "inside.war")
                .addPackages(true, Inside.class.getPackage())
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
        WebArchive shipped = ShrinkWrap.createFromZipFile(
                WebArchive.class, Build.webArchive().toFile());
        shipped.getContent(path -> path.get().startsWith("/WEB-INF/lib/") && isOurs(path.get()))
                .forEach((path, node) -> archive.add(node.getAsset(), path));
        archive.add(shipped.get("/WEB-INF/ejb-jar.xml").getAsset(), "/WEB-INF/ejb-jar.xml");
        archive.addAsLibraries(assertions());
        return archive;
    }

    /** Not what only pages need: it slows the start. */
    private static boolean isOurs(String path) {
        return !path.contains("/primefaces") && !path.contains("/omnifaces") && path.endsWith(".jar");
    }

    private static File assertions() {
        return new File(org.assertj.core.api.Assertions.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
    }
}
