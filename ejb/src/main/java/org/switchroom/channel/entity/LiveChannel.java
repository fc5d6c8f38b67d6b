package org.switchroom.channel.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** One live channel as anybody may read it; written by the mirror's own statements. */
@Entity
@Immutable
@IdClass(ChannelKey.class)
@Table(name = "live_channel")
public class LiveChannel {
    @Id
    @Column(name = "server_name")
    private String serverName;

    @Id
    private String uniqueid;

    private String channel;

    private String linkedid;

    private String state;

    @Column(name = "caller_id_num")
    private String callerIdNum;

    @Column(name = "caller_id_name")
    private String callerIdName;

    @Column(name = "connected_num")
    private String connectedNum;

    @Column(name = "connected_name")
    private String connectedName;

    private String context;

    private String exten;

    private String application;

    @Column(name = "account_code")
    private String accountCode;

    @Column(name = "bridge_id")
    private String bridgeId;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "stale_since")
    private Instant staleSince;

    public String getServerName() {
        return serverName;
    }

    public String getUniqueid() {
        return uniqueid;
    }

    public String getChannel() {
        return channel;
    }

    public String getLinkedid() {
        return linkedid;
    }

    public String getState() {
        return state;
    }

    public String getCallerIdNum() {
        return callerIdNum;
    }

    public String getCallerIdName() {
        return callerIdName;
    }

    public String getConnectedNum() {
        return connectedNum;
    }

    public String getConnectedName() {
        return connectedName;
    }

    public String getContext() {
        return context;
    }

    public String getExten() {
        return exten;
    }

    public String getApplication() {
        return application;
    }

    public String getAccountCode() {
        return accountCode;
    }

    public String getBridgeId() {
        return bridgeId;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    public Instant getChangedAt() {
        return changedAt;
    }

    public Instant getStaleSince() {
        return staleSince;
    }
}
