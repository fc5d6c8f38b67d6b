package org.switchroom.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import org.switchroom.channel.boundary.LiveBoard;
import org.switchroom.channel.entity.LiveChannel;
import org.switchroom.web.api.json.ChannelJson;
import org.switchroom.web.api.json.JsonFields;

/** The live channels of all servers. */
@Path("/v1/channels")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ChannelsResource {
    private static final Set<String> PARAMETERS = Set.of("server_name", "search", "limit", "offset");
    private static final int MOST = 5_000;
    private static final int USUAL = 1_000;

    @Inject
    private LiveBoard board;

    @GET
    @RolesAllowed({MethodRoles.API, MethodRoles.ADMIN, MethodRoles.SUPERVISOR})
    public String list(@Context UriInfo uri) {
        QueryParameters query = new QueryParameters(uri.getQueryParameters(), PARAMETERS);
        ChannelSearch search = new ChannelSearch(query.text("search").orElse(""));
        List<LiveChannel> found = board.list(query.text("server_name").orElse(null)).stream()
                .filter(search::finds)
                .toList();
        int limit = query.number("limit", 1, MOST, USUAL);
        int offset = query.number("offset", 0, Integer.MAX_VALUE, 0);
        List<LiveChannel> page = found.stream().skip(offset).limit(limit).toList();
        return JsonFields.text(json -> json.array("channels", page, ChannelJson::write)
                .field("limit", limit)
                .field("offset", offset)
                .field("count", found.size()));
    }
}
