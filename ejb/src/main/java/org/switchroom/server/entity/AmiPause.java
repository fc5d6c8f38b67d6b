package org.switchroom.server.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.annotations.Immutable;

/** A time in which a server's manager port said nothing although it was asked, or held its events back. */
@Entity
@Immutable
@Table(name = "ami_pause")
public class AmiPause {
    @Id
    private Long id;

    @Column(name = "server_name", nullable = false)
    private String serverName;

    @Column(name = "started_at", nullable = false)
    private Instant startedAt;

    @Column(name = "length_ms", nullable = false)
    private long lengthMillis;

    @Column(name = "event_delay_ms")
    private Long eventDelayMillis;

    @Column(nullable = false)
    private int channels;

    @Column(name = "events_per_second", nullable = false)
    private double eventsPerSecond;

    private String node;

    public Long getId() {
        return id;
    }

    public String getServerName() {
        return serverName;
    }

    public Instant getStartedAt() {
        return startedAt;
    }

    public Duration getLength() {
        return Duration.ofMillis(lengthMillis);
    }

    /** Longest delay of an event that came with the end of the pause; empty where the server stamps no events. */
    public Optional<Duration> getEventDelay() {
        return Optional.ofNullable(eventDelayMillis).map(Duration::ofMillis);
    }

    /** Live channels before the pause. */
    public int getChannels() {
        return channels;
    }

    /** Mean over the ten seconds before the pause. */
    public double getEventsPerSecond() {
        return eventsPerSecond;
    }

    /** The application server that noticed it. */
    public String getNode() {
        return node;
    }
}
