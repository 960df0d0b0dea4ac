package org.kpisuite.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerFolderTest {

    @TempDir
    Path data;

    @Test
    void whatAKilledServerLeft_isGone_andWhatIsBesideIt_stays() throws IOException {
        Files.createDirectories(data.resolve("server/runtime"));
        Files.writeString(data.resolve("server/runtime/old.jar"), "old");
        Files.writeString(data.resolve("kpi.mv.db"), "facts");

        Path taken = ServerFolder.takeIn(data).path();

        assertThat(taken).isEqualTo(data.resolve("server")).isEmptyDirectory();
        assertThat(data.resolve("kpi.mv.db")).hasContent("facts");
    }

    @Test
    void dataFolderInUse_isRefused_andItsServerLeftAlone() throws IOException {
        Path taken = ServerFolder.takeIn(data).path();
        Files.writeString(taken.resolve("running.jar"), "running");

        assertThatThrownBy(() -> ServerFolder.takeIn(data))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("in use")
                .hasMessageContaining("KPI_DATA");
        assertThat(taken.resolve("running.jar")).exists();
    }
}
