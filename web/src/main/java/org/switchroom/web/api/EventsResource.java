package org.switchroom.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.switchroom.web.api.body.BodyRefusedException;
import org.switchroom.web.push.feed.ChangeFeed;
import org.switchroom.web.push.feed.ChangeKind;
import org.switchroom.web.push.feed.FeedFilter;

/** The stream of changes as server-sent events; resumes where the header {@code Last-Event-ID} says. */
@Path("/v1/events")
@RequestScoped
public class EventsResource {
    private static final Set<String> PARAMETERS = Set.of("types", "server_name", "submitted_by");

    @Inject
    private ChangeFeed feed;

    @GET
    @RolesAllowed({MethodRoles.API, MethodRoles.ADMIN, MethodRoles.SUPERVISOR})
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void follow(
            @HeaderParam("Last-Event-ID") String last,
            @Context UriInfo uri,
            @Context Sse sse,
            @Context SseEventSink sink) {
        QueryParameters query = new QueryParameters(uri.getQueryParameters(), PARAMETERS);
        FeedFilter filter =
                new FeedFilter(kinds(query.text("types")), query.text("server_name"), query.text("submitted_by"));
        Optional<String> position = Optional.ofNullable(last).filter(text -> !text.isEmpty());
        if (!feed.follow(filter, position, new SseSink(sse, sink))) {
            throw new TooManyStreamsException();
        }
    }

    private static Set<ChangeKind> kinds(Optional<String> words) {
        Set<ChangeKind> kinds = EnumSet.noneOf(ChangeKind.class);
        words.ifPresentOrElse(
                list -> Arrays.stream(list.split(",", -1))
                        .map(EventsResource::kind)
                        .forEach(kinds::add),
                () -> kinds.addAll(EnumSet.allOf(ChangeKind.class)));
        return kinds;
    }

    private static ChangeKind kind(String word) {
        return Arrays.stream(ChangeKind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(
                        () -> new BodyRefusedException("types", "This must be action, channel or both with a comma."));
    }
}
