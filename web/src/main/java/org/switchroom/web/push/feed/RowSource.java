package org.switchroom.web.push.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.switchroom.channel.boundary.LiveBoard;
import org.switchroom.queue.boundary.ChangedActions;
import org.switchroom.queue.entity.ActionRow;
import org.switchroom.web.api.json.ActionJson;
import org.switchroom.web.api.json.ChannelJson;
import org.switchroom.web.api.json.JsonFields;

/** Reads what a changed action or channel is now. */
@ApplicationScoped
public class RowSource {
    @Inject
    private ChangedActions changed;

    @Inject
    private LiveBoard board;

    /** What there is to tell: not of an action that was deleted meanwhile. */
    Map<ChangeKey, CurrentRow> read(List<ChangeKey> keys) {
        Map<ChangeKey, CurrentRow> rows = new HashMap<>();
        Set<Long> actions = new LinkedHashSet<>();
        for (ChangeKey key : keys) {
            if (key.kind() == ChangeKind.ACTION) {
                actions.add(Long.valueOf(key.id()));
            } else {
                rows.put(key, channel(key));
            }
        }
        changed.find(actions).forEach(row -> rows.put(ChangeKey.action(row.getId()), action(row)));
        return rows;
    }

    private static CurrentRow action(ActionRow row) {
        return new CurrentRow(
                row.getServerName(),
                Objects.requireNonNullElse(row.getSubmittedBy(), ""),
                JsonFields.text(json -> ActionJson.write(row, json)));
    }

    private CurrentRow channel(ChangeKey key) {
        String text = board.find(key.serverName(), key.id())
                .map(channel -> JsonFields.text(json -> ChannelJson.write(channel, json)))
                .orElseGet(() -> JsonFields.text(json -> ChannelJson.writeGone(key.serverName(), key.id(), json)));
        return new CurrentRow(key.serverName(), "", text);
    }
}
