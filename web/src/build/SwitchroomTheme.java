import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes the product's PrimeFaces theme: reads saga-blue from the library's jar and maps each literal colour, by the property it stands in, to a token of tokens.css.
 * Run by the build as {@code java -cp primefaces.jar SwitchroomTheme.java theme.css}. A colour that the table below does not know ends the build, so a new version of
 * the library can't smuggle one in.
 */
final class SwitchroomTheme {

    private static final String SOURCE = "/META-INF/resources/primefaces-saga-blue/theme.css";
    private static final Pattern PALETTE = Pattern.compile(":root\\s*\\{[^}]*}");
    /** What base.css draws itself: bare controls and the box model. */
    private static final Pattern BARE_CONTROLS = Pattern.compile("(?<=[}])(?:\\*|body select,body input:not\\([^{]*)\\{[^}]*}");

    private static final Pattern FONT = Pattern.compile("font-family:-apple-system[^;}]*");
    private static final Pattern FOCUS = Pattern.compile("0 0 0 (?:\\.2r?em|1px|2px) (?:rgba?|hsl)\\([^)]*\\)");
    private static final Pattern FLOATING = Pattern.compile("box-shadow:[^;}]*rgba\\(0,0,0,\\.2\\)[^;}]*");
    private static final Pattern DECLARATION = Pattern.compile("(?<=[;{])([-a-z]+):([^;{}]*)(?=[;}])");
    private static final Pattern LITERAL = Pattern.compile("#[0-9a-fA-F]{3,8}\\b|(?:rgb|hsl)a?\\([^)]*\\)");

    private enum Part {
        SURFACE,
        INK,
        EDGE;

        static Part of(String property) {
            if (property.startsWith("background")) {
                return SURFACE;
            }
            return property.equals("color") || property.equals("fill") || property.equals("stroke") ? INK : EDGE;
        }
    }

    private record Mapping(String surface, String ink, String edge) {

        String at(Part part) {
            return switch (part) {
                case SURFACE -> surface;
                case INK -> ink;
                case EDGE -> edge;
            };
        }
    }

    private final Map<String, Mapping> mappings = new LinkedHashMap<>();

    private SwitchroomTheme() {
        map("255,255,255", "card", "on-primary", "card");
        map("248,249,250", "sunken", "muted", "line");
        map("251,252,252|248,248,248|239,239,239|235,235,239", "sunken", "muted", "line");
        map("233,236,239", "hover", "muted", "line");
        map("222,226,230|218,218,218", "line", "muted", "line");
        map("206,212,218|173,181,189", "line", "muted", "control");
        map("108,117,125", "control", "muted", "control");
        map("73,80,87|52,58,64|37,37,41", "text", "text", "text");
        map("33,37,41", "text", "card", "text");
        map("33,150,243", "primary", "primary", "primary");
        map("13,137,236|11,122,209", "primary-hover", "primary-hover", "primary-hover");
        map("227,242,253", "selected", "primary", "primary");
        map("137,200,247|137,212,254|166,213,250", "selected", "primary", "focus");
        map("96,125,139|86,113,125|77,100,111", "control", "muted", "control");
        map("104,159,56|94,143,50|83,127,45|67,148,70|97,183,99|34,74,35|8,18,9", "ready", "ready", "ready");
        map("2,136,209|2,122,188|2,109,167|3,169,244", "oncall", "oncall", "oncall");
        map("1,87,155", "oncall", "oncall", "oncall");
        map("179,229,252|154,221,251", "oncall-tint", "oncall", "oncall");
        map("200,230,201", "ready-tint", "ready", "ready");
        map("251,192,45|250,183,16|232,167,4|255,193,7", "ringing", "ringing", "ringing");
        map("127,96,3", "ringing", "ringing", "ringing");
        map("255,236,179|255,230,154|253,230,171", "ringing-tint", "ringing", "ringing");
        map("156,39,176|140,35,158|125,31,141", "wrapup", "wrapup", "wrapup");
        map("211,47,47|192,41,41|170,36,36|244,67,54|239,83,80|230,0,23|224,40,79", "danger", "down", "down");
        map("255,205,210|255,180,187|255,113,127|237,172,172", "down-tint", "down", "down");
        map("183,28,28|46,7,7", "down", "down", "down");
    }

    public static void main(String[] arguments) throws IOException {
        Path target = Path.of(arguments[0]);
        Files.createDirectories(target.toAbsolutePath().getParent());
        try (InputStream source = SwitchroomTheme.class.getResourceAsStream(SOURCE)) {
            Files.writeString(target, new SwitchroomTheme().translate(new String(source.readAllBytes(), StandardCharsets.UTF_8)));
        }
    }

    private String translate(String css) {
        String bare = BARE_CONTROLS.matcher(PALETTE.matcher(css.replace("\uFEFF", "")).replaceAll("")).replaceAll("");
        String shaped = FONT.matcher(bare).replaceAll("font-family:var(--sw-font)");
        shaped = FLOATING.matcher(shaped).replaceAll("box-shadow:var(--sw-shadow)");
        shaped = FOCUS.matcher(shaped).replaceAll("0 0 0 2px var(--sw-card),0 0 0 4px var(--sw-focus)");
        String coloured = DECLARATION.matcher(shaped).replaceAll(d -> Matcher.quoteReplacement(d.group(1) + ":" + recolour(d)));
        return "/* Generated from PrimeFaces' theme saga-blue (MIT) by SwitchroomTheme: every colour is a token of tokens.css. */\n" + coloured;
    }

    private String recolour(MatchResult declaration) {
        Part part = Part.of(declaration.group(1));
        return LITERAL.matcher(declaration.group(2)).replaceAll(literal -> Matcher.quoteReplacement(token(literal.group(), part)));
    }

    private String token(String literal, Part part) {
        double[] rgba = parse(literal);
        String key = Math.round(rgba[0]) + "," + Math.round(rgba[1]) + "," + Math.round(rgba[2]);
        if (rgba[3] == 0) {
            return "transparent";
        }
        if (key.equals("0,0,0")) {
            return part == Part.SURFACE ? "var(--sw-backdrop)" : "var(--sw-line)";
        }
        Mapping mapping = mappings.get(key);
        if (mapping == null) {
            throw new IllegalStateException("no token for the colour " + literal + " (" + key + ") as " + part);
        }
        String variable = "var(--sw-" + mapping.at(part) + ")";
        return rgba[3] < 1 ? "color-mix(in srgb," + variable + " " + Math.round(rgba[3] * 100) + "%,transparent)" : variable;
    }

    private static double[] parse(String literal) {
        if (literal.startsWith("#")) {
            String hex = literal.length() == 4 ? literal.replaceAll("[0-9a-fA-F]", "$0$0") : literal;
            int value = Integer.parseInt(hex.substring(1, 7), 16);
            return new double[] {value >> 16, value >> 8 & 0xFF, value & 0xFF, 1};
        }
        String[] numbers = literal.substring(literal.indexOf('(') + 1, literal.length() - 1).replace("%", "").split("[ ,/]+");
        double[] values = {0, 0, 0, 1};
        for (int i = 0; i < numbers.length; i++) {
            values[i] = Double.parseDouble(numbers[i]);
        }
        return literal.startsWith("hsl") ? rgba(values[0] / 30, values[1] / 100, values[2] / 100, values[3]) : values;
    }

    /** From hue (in twelfths of the circle), saturation and lightness. */
    private static double[] rgba(double hue, double saturation, double lightness, double alpha) {
        double[] rgba = {0, 8, 4, alpha};
        for (int i = 0; i < 3; i++) {
            double k = (rgba[i] + hue) % 12;
            rgba[i] = 255 * (lightness - saturation * Math.min(lightness, 1 - lightness) * Math.max(-1, Math.min(Math.min(k - 3, 9 - k), 1)));
        }
        return rgba;
    }

    private void map(String colours, String surface, String ink, String edge) {
        for (String colour : colours.split("\\|")) {
            mappings.put(colour, new Mapping(surface, ink, edge));
        }
    }
}
