package org.switchroom.phone.boundary;

import java.util.Optional;
import org.switchroom.endpoint.boundary.EndpointDirectory;
import org.switchroom.endpoint.entity.Endpoint;
import org.switchroom.endpoint.entity.EndpointKind;
import org.switchroom.endpoint.entity.InvalidEndpointException;
import org.switchroom.phone.entity.PhoneSettings;
import org.switchroom.user.control.SettingsRefusedException;

/** The endpoints of phones: what is no endpoint can't be dialled. Works in the caller's transaction. */
final class PhoneEndpoints {
    private final EndpointDirectory directory;

    PhoneEndpoints(EndpointDirectory directory) {
        this.directory = directory;
    }

    /** Whether both phones are dialled in the same way. */
    static boolean isSame(PhoneSettings one, PhoneSettings other) {
        return one.serverName().equals(other.serverName())
                && one.technology() == other.technology()
                && one.endpoint().equals(other.endpoint());
    }

    /**
     * The phone can be dialled if it is enabled.
     *
     * @throws SettingsRefusedException if a trunk has its name
     */
    void follow(PhoneSettings phone) {
        Endpoint endpoint = find(phone).orElse(null);
        if (endpoint == null) {
            directory.add(made(phone));
        } else if (endpoint.kind() != EndpointKind.PHONE) {
            throw new SettingsRefusedException("endpoint", "a trunk of this server has this name");
        } else if (endpoint.enabled() != phone.enabled()) {
            directory.changeEndpoint(endpoint.id(), phone.enabled() ? Endpoint::enable : Endpoint::disable);
        }
    }

    private static Endpoint made(PhoneSettings phone) {
        try {
            Endpoint endpoint = Endpoint.phone(phone.serverName(), phone.technology(), phone.endpoint());
            if (!phone.enabled()) {
                endpoint.disable();
            }
            return endpoint;
        } catch (InvalidEndpointException e) {
            throw new SettingsRefusedException("endpoint", e.getMessage());
        }
    }

    /** The phone can't be dialled any more. */
    void leave(PhoneSettings phone) {
        find(phone)
                .filter(found -> found.kind() == EndpointKind.PHONE)
                .ifPresent(found -> directory.removeEndpoint(found.id()));
    }

    private Optional<Endpoint> find(PhoneSettings phone) {
        return directory.endpointsOf(phone.serverName()).stream()
                .filter(each ->
                        each.technology() == phone.technology() && each.name().equals(phone.endpoint()))
                .findFirst();
    }
}
