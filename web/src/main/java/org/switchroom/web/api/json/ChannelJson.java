package org.switchroom.web.api.json;

import org.switchroom.channel.entity.LiveChannel;

/** Live channels as JSON. */
public final class ChannelJson {
    private ChannelJson() {}

    /** All columns of the row. */
    public static void write(LiveChannel channel, JsonFields json) {
        json.field("server_name", channel.getServerName())
                .field("uniqueid", channel.getUniqueid())
                .field("channel", channel.getChannel())
                .field("linkedid", channel.getLinkedid())
                .field("state", channel.getState())
                .field("caller_id_num", channel.getCallerIdNum())
                .field("caller_id_name", channel.getCallerIdName())
                .field("connected_num", channel.getConnectedNum())
                .field("connected_name", channel.getConnectedName())
                .field("context", channel.getContext())
                .field("exten", channel.getExten())
                .field("application", channel.getApplication())
                .field("account_code", channel.getAccountCode())
                .field("bridge_id", channel.getBridgeId())
                .field("created_at", channel.getCreatedAt())
                .field("changed_at", channel.getChangedAt())
                .field("stale_since", channel.getStaleSince());
    }

    /** What is told of a channel that is no more. */
    public static void writeGone(String serverName, String uniqueid, JsonFields json) {
        json.field("server_name", serverName).field("uniqueid", uniqueid).field("gone", true);
    }
}
