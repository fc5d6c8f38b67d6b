package org.switchroom.inbound.entity;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of items that a caller meets. */
public enum InboundKind {
    /** A number that callers dial. */
    DID("dids", Syntax.DID),
    /** Calls that wait for the agents who serve this group. */
    IN_GROUP("in-groups", Syntax.KEY),
    /** A prompt, and where each key leads. */
    CALL_MENU("call-menus", Syntax.KEY),
    /** What callers hear while they wait. */
    MUSIC_CLASS("music-classes", Syntax.KEY),
    /** Where callers leave a message. */
    VOICEMAIL_BOX("voicemail-boxes", Syntax.BOX);

    private final String path;
    private final Syntax keys;

    InboundKind(String path, Syntax keys) {
        this.path = path;
        this.keys = keys;
    }

    /** Its word in addresses of the API. */
    public String path() {
        return path;
    }

    public static Optional<InboundKind> at(String path) {
        return Arrays.stream(values()).filter(kind -> kind.path.equals(path)).findFirst();
    }

    /** In words, for sentences: {@code call menu}. */
    public String words() {
        return switch (this) {
            case DID -> "DID";
            case IN_GROUP -> "in-group";
            default -> name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }

    /** How the id of such an item is spelled. */
    public Syntax keys() {
        return keys;
    }

    /** All that can be set, in the order in which it is shown. */
    public List<Setting> settings() {
        return switch (this) {
            case DID -> DidSettings.ALL;
            case IN_GROUP -> InGroupSettings.ALL;
            case CALL_MENU -> CallMenuSettings.ALL;
            case MUSIC_CLASS -> SoundSettings.MUSIC_CLASS;
            case VOICEMAIL_BOX -> SoundSettings.VOICEMAIL_BOX;
        };
    }

    public Optional<Setting> setting(String id) {
        return settings().stream().filter(setting -> setting.id().equals(id)).findFirst();
    }
}
