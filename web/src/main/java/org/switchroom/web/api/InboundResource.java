package org.switchroom.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.switchroom.inbound.boundary.InboundSettings;
import org.switchroom.inbound.control.UnknownInboundException;
import org.switchroom.inbound.entity.InboundItem;
import org.switchroom.inbound.entity.InboundKind;
import org.switchroom.inbound.entity.ItemKey;
import org.switchroom.web.api.body.BodyText;
import org.switchroom.web.api.body.InboundBody;
import org.switchroom.web.api.json.InboundJson;
import org.switchroom.web.api.json.JsonFields;
import org.switchroom.web.support.ServerNames;

/** In-groups, DIDs, call menus, music classes and voicemail boxes. No call is routed by them yet. */
@Path("/v1/inbound/{kind}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class InboundResource {
    @Inject
    private InboundSettings settings;

    @Inject
    private ServerNames servers;

    @GET
    @RolesAllowed(MethodRoles.ADMIN)
    public String list(@PathParam("kind") String kind, @Context UriInfo uri) {
        QueryParameters query = new QueryParameters(uri.getQueryParameters(), Set.of("limit", "after"));
        int limit = Page.limit(query);
        String after = query.text("after").orElse("");
        List<InboundItem> items = settings.list(kind(kind));
        return Page.read(limit, most -> behind(after, items, most), InboundItem::id)
                .json("items", InboundJson::write);
    }

    @GET
    @Path("{id}")
    @RolesAllowed(MethodRoles.ADMIN)
    public Response read(@PathParam("kind") String kind, @PathParam("id") String id) {
        return answer(200, find(new ItemKey(kind(kind), id)));
    }

    /** Adds the item, or changes it over the version that the caller saw. */
    @PUT
    @Path("{id}")
    @RolesAllowed(MethodRoles.ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response save(
            @PathParam("kind") String kind, @PathParam("id") String id, @Context HttpHeaders headers, InputStream body)
            throws IOException {
        InboundItem wanted = servers.checked(InboundBody.read(kind(kind), id, BodyText.read(body)));
        if (settings.find(wanted.key()).isEmpty()) {
            return answer(201, settings.add(wanted));
        }
        InboundItem over = wanted.over(seen(headers));
        return answer(200, changed(wanted.key(), () -> settings.change(over)));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(MethodRoles.ADMIN)
    public void remove(@PathParam("kind") String kind, @PathParam("id") String id, @Context HttpHeaders headers) {
        ItemKey key = find(new ItemKey(kind(kind), id)).key();
        int seen = seen(headers);
        changed(key, () -> {
            settings.remove(key, seen);
            return key;
        });
    }

    private static List<InboundItem> behind(String after, List<InboundItem> items, int most) {
        return items.stream()
                .filter(item -> item.id().compareTo(after) > 0)
                .limit(most)
                .toList();
    }

    private <T> T changed(ItemKey key, Supplier<T> change) {
        return VersionTag.change(change, () -> find(key), InboundResource::text);
    }

    private InboundItem find(ItemKey key) {
        return settings.find(key).orElseThrow(() -> new UnknownInboundException(key));
    }

    /** A version that no row can have is one that nobody saw. */
    private static int seen(HttpHeaders headers) {
        return (int) Math.min(Integer.MAX_VALUE, VersionTag.needed(headers));
    }

    private static Response answer(int status, InboundItem item) {
        return VersionTag.answer(status, item.version(), text(item));
    }

    private static String text(InboundItem item) {
        return JsonFields.text(json -> InboundJson.write(item, json));
    }

    private static InboundKind kind(String path) {
        return InboundKind.at(path)
                .orElseThrow(() -> NotThereException.kind(
                        path, Arrays.stream(InboundKind.values()).map(InboundKind::path)));
    }
}
