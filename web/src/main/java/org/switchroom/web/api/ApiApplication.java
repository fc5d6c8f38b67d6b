package org.switchroom.web.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.HashSet;
import java.util.Set;

/** The classes of the API. What is not named here is not served. */
@ApplicationPath("/api")
public class ApiApplication extends Application {
    static final Set<Class<?>> RESOURCES = Set.of(
            ActionsResource.class,
            ServersResource.class,
            EndpointsResource.class,
            ContextsResource.class,
            ChannelsResource.class,
            EventsResource.class,
            UsersResource.class,
            PersonalDataResource.class,
            GroupsResource.class,
            PhonesResource.class,
            TokensResource.class,
            SessionsResource.class,
            SignInRulesResource.class,
            GuardResource.class,
            InboundResource.class,
            CampaignsResource.class,
            CampaignPartsResource.class,
            LeadListsResource.class,
            LeadsResource.class,
            LoadsResource.class,
            DncResource.class,
            CallbacksResource.class,
            AuditResource.class,
            OpenApiResource.class);

    private static final Set<Class<?>> PROVIDERS =
            Set.of(BearerFilter.class, RoleFilter.class, CharsetFilter.class, ProblemMapper.class);

    @Override
    public Set<Class<?>> getClasses() {
        Set<Class<?>> classes = new HashSet<>(RESOURCES);
        classes.addAll(PROVIDERS);
        return classes;
    }
}
