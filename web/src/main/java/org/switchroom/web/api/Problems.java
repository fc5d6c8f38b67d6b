package org.switchroom.web.api;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.switchroom.campaign.control.CampaignInvalidException;
import org.switchroom.campaign.control.UnknownCampaignException;
import org.switchroom.common.SituationException;
import org.switchroom.common.StaleVersionException;
import org.switchroom.endpoint.boundary.UnknownEndpointException;
import org.switchroom.endpoint.entity.InvalidEndpointException;
import org.switchroom.inbound.control.InboundInvalidException;
import org.switchroom.inbound.control.UnknownInboundException;
import org.switchroom.lead.entity.InvalidLeadException;
import org.switchroom.lead.entity.UnknownLeadException;
import org.switchroom.lead.entity.UploadRefusedException;
import org.switchroom.phone.control.UnknownPhoneException;
import org.switchroom.queue.catalogue.ActionRefusedException;
import org.switchroom.server.control.ServerInvalidException;
import org.switchroom.server.entity.ServerSettings;
import org.switchroom.user.control.SettingsRefusedException;
import org.switchroom.user.control.UnknownNameException;
import org.switchroom.web.api.body.BodyRefusedException;
import org.switchroom.web.support.DatabaseReach;

/** Which problem an exception is to a client. What is not foreseen is 500 with an id, and its words stay in the log. */
final class Problems {
    private Problems() {}

    static Problem of(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            Optional<Problem> known = known(cause);
            if (known.isPresent()) {
                return known.get();
            }
        }
        return unforeseen(thrown);
    }

    private static Optional<Problem> known(Throwable cause) {
        if (cause instanceof SituationException situation) {
            return Optional.of(situation(situation));
        }
        if (DatabaseReach.isLack(cause)) {
            ApiLog.LOG.debug("Database out of reach", cause);
            return Optional.of(DatabaseReach.exhaustedPool(cause)
                    .map(pool -> Problem.of(503, "pool-exhausted", pool + "."))
                    .orElseGet(() -> Problem.of(503, "database-out-of-reach", "The database is out of reach.")));
        }
        return Optional.empty();
    }

    private static Problem situation(SituationException situation) {
        String detail = situation.getMessage();
        if (situation instanceof ActionRefusedException e) {
            return Problem.of(422, e.errorId(), detail).at(e.field(), e.rule().id());
        }
        if (situation instanceof BodyRefusedException e) {
            return Problem.of(400, e.errorId(), detail).at(e.field(), null);
        }
        if (situation instanceof ServerInvalidException e) {
            return invalidServer(e);
        }
        if (situation instanceof InvalidEndpointException e) {
            return Problem.of(422, e.errorId(), detail).at(e.field(), "setting-not-allowed");
        }
        if (situation instanceof InvalidLeadException e) {
            return Problem.of(422, e.errorId(), detail).at(e.field(), "value-not-allowed");
        }
        if (situation instanceof UploadRefusedException e) {
            return Problem.of(422, e.errorId(), detail).at("body", "file-not-readable");
        }
        if (situation instanceof SettingsRefusedException e) {
            return refusedSettings(e);
        }
        if (situation instanceof InboundInvalidException e) {
            return invalidInbound(e);
        }
        if (situation instanceof CampaignInvalidException e) {
            return invalidCampaign(e);
        }
        if (isUnknown(situation)) {
            return Problem.of(404, situation.errorId(), detail);
        }
        if (situation instanceof ChangedMeanwhileException e) {
            return Problem.of(412, e.errorId(), detail).withPresent(e.present());
        }
        return Problem.of(status(situation), situation.errorId(), detail);
    }

    private static boolean isUnknown(SituationException situation) {
        return situation instanceof NotThereException
                || situation instanceof UnknownNameException
                || situation instanceof UnknownCampaignException
                || situation instanceof UnknownInboundException
                || situation instanceof UnknownLeadException
                || situation instanceof UnknownPhoneException
                || situation instanceof UnknownEndpointException;
    }

    private static int status(SituationException situation) {
        if (situation instanceof StaleVersionException) {
            return 412;
        }
        if (situation instanceof VersionMissingException) {
            return 428;
        }
        return situation instanceof TooManyStreamsException ? 503 : 409;
    }

    private static Problem invalidServer(ServerInvalidException e) {
        var first = e.violations().get(0);
        return Problem.of(422, "server-invalid", first.field() + ": " + first.message() + ".")
                .at(first.field(), "setting-not-allowed")
                .with(e.violations());
    }

    private static Problem refusedSettings(SettingsRefusedException e) {
        return Problem.of(422, e.errorId(), e.getMessage() + ".")
                .at(e.violations().get(0).field(), "setting-not-allowed")
                .with(e.violations().stream()
                        .map(each -> new ServerSettings.Violation(each.field(), each.message()))
                        .toList());
    }

    private static Problem invalidInbound(InboundInvalidException e) {
        return Problem.of(422, e.errorId(), e.getMessage())
                .at(e.field(), "setting-not-allowed")
                .with(e.violations().stream()
                        .map(each -> new ServerSettings.Violation(each.setting(), each.sentence()))
                        .toList());
    }

    private static Problem invalidCampaign(CampaignInvalidException e) {
        var first = e.violations().get(0);
        return Problem.of(422, e.errorId(), e.getMessage())
                .at(first.field(), first.rule().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .with(e.violations().stream()
                        .map(each -> new ServerSettings.Violation(each.field(), each.message()))
                        .toList());
    }

    private static Problem unforeseen(Throwable thrown) {
        String errorId = UUID.randomUUID().toString();
        ApiLog.LOG.unforeseen(errorId, thrown);
        return Problem.of(500, "internal-error", "The server's log says more under this error id.")
                .logged(errorId);
    }
}
