package org.kpisuite.it.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.kpisuite.it.suite.FreePort;

/**
 * The ports of a domain, written into its {@code domain.xml} before its first start: the default ones may be taken, and a
 * data grid that looks for other members of its cluster has no place in a test.
 */
record DomainPorts(int http, int admin) {

    void writeInto(Path domainXml) throws IOException {
        String xml = Files.readString(domainXml);
        Map<String, Integer> ports = Map.of(
                "8080", http,
                "4848", admin,
                "8181", FreePort.any(),
                "3700", FreePort.any(),
                "3820", FreePort.any(),
                "3920", FreePort.any(),
                "8686", FreePort.any(),
                "7676", FreePort.any(),
                "9009", FreePort.any(),
                "6666", FreePort.any());
        for (Map.Entry<String, Integer> port : ports.entrySet()) {
            String number = Integer.toString(port.getValue());
            xml = xml.replace("port=\"" + port.getKey() + "\"", "port=\"" + number + "\"")
                    .replace("value=\"" + port.getKey() + "\"", "value=\"" + number + "\"")
                    .replace("telnet.port=" + port.getKey(), "telnet.port=" + number);
        }
        Files.writeString(domainXml, withoutDataGrid(xml));
    }

    private static String withoutDataGrid(String xml) {
        String on = "<hazelcast-config-specific-configuration></hazelcast-config-specific-configuration>";
        if (!xml.contains(on)) {
            throw new IllegalStateException("domain.xml of this server looks different: " + on + " is missing");
        }
        return xml.replace(on, "<hazelcast-config-specific-configuration enabled=\"false\"/>");
    }
}
