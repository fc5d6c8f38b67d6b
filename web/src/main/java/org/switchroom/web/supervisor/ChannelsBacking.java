package org.switchroom.web.supervisor;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.switchroom.channel.boundary.LiveBoard;
import org.switchroom.channel.entity.LiveChannel;
import org.switchroom.queue.boundary.ActionQueue;
import org.switchroom.queue.catalogue.ActionRefusedException;
import org.switchroom.queue.entity.ActionRequest;
import org.switchroom.web.support.Words;

/** The live channels of all servers, oldest first, so that new ones come at the end. Hanging up goes through the queue like everything else. */
@Named("channels")
@ViewScoped
public class ChannelsBacking implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient LiveBoard board;

    @Inject
    private transient ActionQueue queue;

    @Inject
    private transient Words words;

    @Inject
    private transient HttpServletRequest request;

    private transient List<LiveChannel> shown;
    private String server;
    private String text;
    private String askedServer;
    private String askedUniqueid;
    private final Set<String> leaving = new HashSet<>();

    public void refresh() {
        shown = null;
    }

    public void ask(LiveChannel channel) {
        askedServer = channel.getServerName();
        askedUniqueid = channel.getUniqueid();
    }

    public void hangUp() {
        LiveChannel channel = getAsked();
        if (channel == null) {
            words.say(FacesMessage.SEVERITY_INFO, "channels.goneAlready");
            return;
        }
        try {
            String headers = Json.createObjectBuilder()
                    .add("Channel", channel.getChannel())
                    .build()
                    .toString();
            queue.submit(
                    new ActionRequest(askedServer, "Hangup", headers, null, null, null, null), request.getRemoteUser());
            leaving.add(channel.getUniqueid());
        } catch (ActionRefusedException e) {
            words.sayAt(null, FacesMessage.SEVERITY_ERROR, e.getMessage());
        }
    }

    public LiveChannel getAsked() {
        return askedUniqueid == null
                ? null
                : board.find(askedServer, askedUniqueid).orElse(null);
    }

    /** Whether somebody on this page asked it to hang up and no event has told yet. */
    public boolean isLeaving(LiveChannel channel) {
        return leaving.contains(channel.getUniqueid());
    }

    public List<LiveChannel> getShown() {
        if (shown == null) {
            shown = board.list(server).stream().filter(this::matches).toList();
        }
        return shown;
    }

    private boolean matches(LiveChannel channel) {
        String wanted = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        return wanted.isEmpty()
                || Stream.of(
                                channel.getChannel(),
                                channel.getCallerIdNum(),
                                channel.getCallerIdName(),
                                channel.getConnectedNum(),
                                channel.getConnectedName(),
                                channel.getExten(),
                                channel.getUniqueid())
                        .filter(Objects::nonNull)
                        .anyMatch(part -> part.toLowerCase(Locale.ROOT).contains(wanted));
    }

    public long getCount() {
        return board.count();
    }

    public String getServer() {
        return server;
    }

    public void setServer(String server) {
        this.server = server;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }
}
