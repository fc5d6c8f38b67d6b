package org.switchroom.lead.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.switchroom.lead.entity.LeadList;
import org.switchroom.lead.entity.LeadLoad;
import org.switchroom.lead.entity.LoadState;

class LoadCleaningIT {
    private static final String BAD = "phone\nnone\n7275550001\n";

    private final LoadRig rig = new LoadRig();
    private final LeadList list = rig.leads.list("Florida", "SPRING");

    @AfterEach
    void close() throws SQLException, IOException {
        rig.close();
    }

    @Test
    void givesUpWhatNobodyBeganForAWeekAndRemovesItsFile() throws IOException {
        long uploaded = rig.take(list, BAD);
        long checked = rig.take(list, BAD);
        rig.check(checked);

        rig.leads.clock.advance(LoadCleaning.LOADS_WAIT.minusSeconds(5));
        age(uploaded, checked);
        rig.clean();
        assertEquals(LoadState.UPLOADED, rig.load(uploaded).state());
        assertTrue(rig.folder.has(rig.load(uploaded).storedName()), "it may still be begun");

        rig.leads.clock.advance(Duration.ofSeconds(10));
        rig.clean();
        for (long id : new long[] {uploaded, checked}) {
            LeadLoad load = rig.load(id);
            assertEquals(LoadState.CANCELLED, load.state());
            assertEquals("Nobody began it for 7 days.", load.message());
            assertFalse(rig.folder.has(load.storedName()));
        }
    }

    @Test
    void removesFilesWhoseUploadBrokeOffAndThoseOfLoadsThatAreOver() throws IOException {
        long failed =
                rig.take(list, "phone,last_name\n" + "7275550001,A\n".repeat(50) + "7275550002," + "x".repeat(300_000));
        rig.load(failed, LoadState.LOADING);
        assertEquals(LoadState.FAILED, rig.load(failed).state());
        String fresh = rig.received(BAD).storedName();
        String broken = rig.received(BAD).storedName();
        Path foreign = Files.writeString(rig.path.resolve("not-ours.txt"), "x");
        age(rig.load(failed).storedName());
        age(broken);
        age(foreign);

        rig.clean();

        assertFalse(rig.folder.has(rig.load(failed).storedName()), "of a load that failed");
        assertFalse(rig.folder.has(broken), "of an upload that broke off");
        assertTrue(rig.folder.has(fresh), "of an upload that may still go on");
        assertTrue(Files.exists(foreign), "a file of somebody else");
    }

    @Test
    void keepsRefusedRowsForAMonth() throws IOException {
        long id = rig.take(list, BAD);
        rig.load(id, LoadState.LOADING);
        Path refused = rig.folder.refused(rig.load(id).storedName());
        age(refused);

        rig.clean();
        assertTrue(Files.exists(refused));
        rig.leads.clock.advance(LoadCleaning.REFUSED_ROWS_WAIT);
        rig.clean();

        assertFalse(Files.exists(refused));
        assertTrue(rig.setup.refused(rig.load(id)).isEmpty());
    }

    @Test
    void doesNothingWhereNothingWasEverLoaded() throws IOException {
        Files.delete(rig.path);

        rig.clean();

        assertFalse(Files.exists(rig.path));
        Files.createDirectory(rig.path);
    }

    private void age(long... loads) throws IOException {
        for (long id : loads) {
            age(rig.load(id).storedName());
        }
    }

    private void age(String name) throws IOException {
        age(rig.folder.file(name));
    }

    /** As if it had been written two days ago. */
    private void age(Path file) throws IOException {
        Files.setLastModifiedTime(
                file, FileTime.from(rig.leads.time.now().minus(LoadCleaning.FILES_WAIT.multipliedBy(2))));
    }
}
