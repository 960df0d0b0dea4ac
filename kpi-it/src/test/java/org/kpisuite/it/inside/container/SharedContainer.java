package org.kpisuite.it.inside.container;

import fish.payara.arquillian.container.payara.managed.PayaraMicroContainerConfiguration;
import fish.payara.arquillian.container.payara.managed.PayaraMicroDeployableContainer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.shrinkwrap.api.Archive;
import org.kpisuite.it.suite.Build;
import org.kpisuite.it.suite.FreePort;
import org.kpisuite.it.suite.TestDatabase;

/**
 * Keeps the first deployment for all test classes; the original starts a server for each. The server ends with the JVM,
 * by the hook that the original registers.
 */
public class SharedContainer extends PayaraMicroDeployableContainer {

    private ProtocolMetaData deployed;

    @Override
    public void setup(PayaraMicroContainerConfiguration configuration) {
        Path folder = freshFolder();
        configuration.setRandomHttpPort(false);
        configuration.setAutoBindHttp(false);
        configuration.setOutputToConsole(false);
        configuration.setStartupTimeoutInSeconds(180);
        configuration.setCmdOptions(
                "-Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Djava.io.tmpdir=" + folder + settings(folder));
        configuration.setExtraMicroOptions(
                "--port " + FreePort.any() + " --nohazelcast --disablephonehome --logtofile " + folder + "/server.log");
        super.setup(configuration);
    }

    @Override
    public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
        if (deployed == null) {
            deployed = super.deploy(archive);
        }
        return deployed;
    }

    @Override
    public void undeploy(Archive<?> archive) {
        // The next class finds it still there.
    }

    /** The suite's settings as system properties: KPI_DB_URL is kpi.db.url. */
    private static String settings(Path folder) {
        String database = TestDatabase.create().environment().entrySet().stream()
                .map(setting -> " -D"
                        + setting.getKey().toLowerCase(java.util.Locale.ROOT).replace('_', '.') + "="
                        + setting.getValue())
                .collect(Collectors.joining());
        return " -Dkpi.data=" + folder.resolve("data") + database;
    }

    private static Path freshFolder() {
        try {
            Path parent = Files.createDirectories(Build.target().resolve("inside"));
            return Files.createTempDirectory(parent, "server").toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
