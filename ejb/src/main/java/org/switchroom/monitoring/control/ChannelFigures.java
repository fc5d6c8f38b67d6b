package org.switchroom.monitoring.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.switchroom.channel.control.ChannelMirror;
import org.switchroom.channel.control.ChannelPoller;
import org.switchroom.server.control.ServerDirectory;
import org.switchroom.server.control.ServerFacts;

/** The mirror's figures. */
@ApplicationScoped
public class ChannelFigures implements ChannelsMXBean {
    @Inject
    private ServerDirectory directory;

    @Inject
    private ChannelMirror mirror;

    @Inject
    private ChannelPoller poller;

    @Override
    public Map<String, Integer> getChannels() {
        return byServer(directory::channelCount);
    }

    @Override
    public Map<String, Long> getDrift() {
        return byServer(mirror::driftCount);
    }

    @Override
    public Map<String, Long> getPollMillis() {
        return byServer(poller::lastPollMillis);
    }

    private <T> Map<String, T> byServer(Function<String, T> figure) {
        Map<String, T> figures = new TreeMap<>();
        for (ServerFacts server : directory.all()) {
            figures.put(server.name(), figure.apply(server.name()));
        }
        return figures;
    }
}
