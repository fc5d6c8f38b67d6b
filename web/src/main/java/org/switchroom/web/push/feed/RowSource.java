package org.switchroom.web.push.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.switchroom.channel.boundary.LiveBoard;
import org.switchroom.queue.boundary.ActionQueue;
import org.switchroom.queue.entity.ActionRow;
import org.switchroom.web.api.json.ActionJson;
import org.switchroom.web.api.json.ChannelJson;
import org.switchroom.web.api.json.JsonFields;

/** Reads what a changed action or channel is now. */
@ApplicationScoped
public class RowSource {
    @Inject
    private ActionQueue queue;

    @Inject
    private LiveBoard board;

    /** Empty if there is nothing to tell: the action was deleted meanwhile. */
    Optional<CurrentRow> read(ChangeKey key) {
        return key.kind() == ChangeKind.ACTION
                ? queue.find(Long.parseLong(key.id())).map(RowSource::action)
                : Optional.of(channel(key));
    }

    private static CurrentRow action(ActionRow row) {
        return new CurrentRow(row.getServerName(), JsonFields.text(json -> ActionJson.write(row, json)));
    }

    private CurrentRow channel(ChangeKey key) {
        String text = board.find(key.serverName(), key.id())
                .map(channel -> JsonFields.text(json -> ChannelJson.write(channel, json)))
                .orElseGet(() -> JsonFields.text(json -> ChannelJson.writeGone(key.serverName(), key.id(), json)));
        return new CurrentRow(key.serverName(), text);
    }
}
