package org.switchroom.web.api.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.switchroom.queue.entity.ActionStatus;
import org.switchroom.queue.entity.QueuedAction;

class ActionJsonTest {

    @Test
    void spellsColumnsAndKeepsNulls() {
        String text = JsonFields.text(json -> ActionJson.write(new Row("{\"Channel\":\"PJSIP/a\"}"), json));

        assertTrue(
                text.startsWith(
                        "{\"id\":7,\"server_name\":null,\"action\":null,\"headers\":{\"Channel\":\"PJSIP/a\"},"),
                text);
        assertTrue(text.contains("\"created_at\":\"2026-11-01T12:00:00.000Z\""), text);
        assertTrue(text.contains("\"status\":\"SENT\""), text);
        assertTrue(text.endsWith("\"hangup_cause\":null,\"hangup_cause_text\":null}"), text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{}|{}",
                "[1]|[1]",
                "null|null",
                "\"x\"|\"x\"",
                "{\"a\":1,\"a\":2}|{\"a\":2}",
                "{broken|\"{broken\"",
                "<script>|\"<script>\""
            })
    void showsHeadersOfOthersWhateverTheyAre(String stored, String shown) {
        assertEquals("{\"headers\":" + shown + "}", JsonFields.text(json -> json.foreignJson("headers", stored)));
    }

    @Test
    void survivesNumbersAndDepthThatNobodyCanRead() {
        String digits = "{\"a\":" + "9".repeat(100_000) + "}";
        String deep = "[".repeat(60_000) + "]".repeat(60_000);

        assertTrue(JsonFields.text(json -> json.foreignJson("headers", digits)).length() > 100_000);
        assertTrue(JsonFields.text(json -> json.foreignJson("headers", deep)).length() > 60_000);
    }

    private static final class Row extends QueuedAction {
        private final String headers;

        private Row(String headers) {
            this.headers = headers;
        }

        @Override
        public Long getId() {
            return 7L;
        }

        @Override
        public String getHeaders() {
            return headers;
        }

        @Override
        public Instant getCreatedAt() {
            return Instant.parse("2026-11-01T12:00:00Z");
        }

        @Override
        public ActionStatus getStatus() {
            return ActionStatus.SENT;
        }
    }
}
