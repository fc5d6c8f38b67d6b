package org.switchroom.web.support;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;

/**
 * A text as a picture that telephones read (ISO/IEC 18004, byte mode, level M, up to 180 bytes). Of the eight masks the one with the
 * shortest runs is taken.
 */
public final class QrCode {
    private static final int[][] ALIGNMENT = {
        {}, {}, {6, 18}, {6, 22}, {6, 26}, {6, 30}, {6, 34}, {6, 22, 38}, {6, 24, 42}, {6, 26, 46}
    };
    private static final int MASKS = 8;
    private static final int FORMAT_GENERATOR = 0x537;
    private static final int FORMAT_MASK = 0x5412;
    private static final int VERSION_GENERATOR = 0x1f25;

    /** Light modules around it. */
    private static final int BORDER = 4;

    private final int version;
    private final int size;
    private final boolean[][] dark;
    private final boolean[][] fixed;

    private QrCode(QrCodewords words) {
        version = words.version();
        size = 17 + 4 * version;
        dark = new boolean[size][size];
        fixed = new boolean[size][size];
        drawPatterns();
        drawFormat(0);
        drawVersion();
        drawWords(words.interleaved());
        int mask = IntStream.range(0, MASKS)
                .boxed()
                .min((a, b) -> Integer.compare(runsUnder(a), runsUnder(b)))
                .orElseThrow();
        flip(mask);
        drawFormat(mask);
    }

    public static QrCode of(String text) {
        return new QrCode(new QrCodewords(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Width and height in modules, with the border. */
    public int getSize() {
        return size + 2 * BORDER;
    }

    /** The dark modules as the path of an SVG. */
    public String getPath() {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                int from = x;
                while (x < size && dark[y][x]) {
                    x++;
                }
                if (x > from) {
                    path.append("M%d %dh%dv1h-%dz".formatted(from + BORDER, y + BORDER, x - from, x - from));
                }
            }
        }
        return path.toString();
    }

    boolean isDark(int x, int y) {
        return dark[y][x];
    }

    private void fix(int x, int y, boolean isDark) {
        dark[y][x] = isDark;
        fixed[y][x] = true;
    }

    private void drawPatterns() {
        for (int i = 0; i < size; i++) {
            fix(6, i, i % 2 == 0);
            fix(i, 6, i % 2 == 0);
        }
        drawFinder(3, 3);
        drawFinder(size - 4, 3);
        drawFinder(3, size - 4);
        int[] places = ALIGNMENT[version];
        int last = places.length - 1;
        for (int i = 0; i <= last; i++) {
            for (int j = 0; j <= last; j++) {
                boolean isFinder = i == 0 && j == 0 || i == 0 && j == last || i == last && j == 0;
                if (!isFinder) {
                    drawRings(places[i], places[j], 2);
                }
            }
        }
    }

    private void drawFinder(int x, int y) {
        drawRings(x, y, 4);
    }

    /** Squares around a point: dark in the middle, every second one dark outside. */
    private void drawRings(int x, int y, int radius) {
        for (int dy = -radius; dy <= radius; dy++) {
            for (int dx = -radius; dx <= radius; dx++) {
                int distance = Math.max(Math.abs(dx), Math.abs(dy));
                boolean inside = x + dx >= 0 && x + dx < size && y + dy >= 0 && y + dy < size;
                if (inside) {
                    boolean isDark = radius == 2 ? distance != 1 : distance != 2 && distance != 4;
                    fix(x + dx, y + dy, isDark);
                }
            }
        }
    }

    /** Level M is 00, so the mask is all that the format says. */
    private void drawFormat(int mask) {
        int bits = (mask << 10 | remainder(mask, 10, FORMAT_GENERATOR)) ^ FORMAT_MASK;
        for (int i = 0; i < 15; i++) {
            boolean bit = (bits >> i & 1) != 0;
            fix(8, i < 6 ? i : i < 8 ? i + 1 : size - 15 + i, bit);
            fix(i < 8 ? size - 1 - i : i == 8 ? 7 : 14 - i, 8, bit);
        }
        fix(8, size - 8, true);
    }

    private void drawVersion() {
        if (version < 7) {
            return;
        }
        int bits = version << 12 | remainder(version, 12, VERSION_GENERATOR);
        for (int i = 0; i < 18; i++) {
            boolean bit = (bits >> i & 1) != 0;
            fix(size - 11 + i % 3, i / 3, bit);
            fix(i / 3, size - 11 + i % 3, bit);
        }
    }

    private static int remainder(int value, int degree, int generator) {
        int rest = value;
        for (int i = 0; i < degree; i++) {
            rest = rest << 1 ^ (rest >> degree - 1) * generator;
        }
        return rest;
    }

    /** Two columns at a time from the right, upwards and downwards in turn. */
    private void drawWords(byte[] words) {
        int bit = 0;
        boolean upwards = true;
        for (int right = size - 1; right >= 1; right -= 2) {
            right = right == 6 ? 5 : right;
            for (int step = 0; step < size; step++) {
                int y = upwards ? size - 1 - step : step;
                for (int x = right; x > right - 2; x--) {
                    if (!fixed[y][x] && bit < words.length * Byte.SIZE) {
                        dark[y][x] = (words[bit >> 3] >> 7 - (bit & 7) & 1) != 0;
                        bit++;
                    }
                }
            }
            upwards = !upwards;
        }
    }

    private void flip(int mask) {
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                dark[y][x] ^= !fixed[y][x] && isFlipped(mask, x, y);
            }
        }
    }

    private static boolean isFlipped(int mask, int x, int y) {
        return switch (mask) {
            case 0 -> (x + y) % 2 == 0;
            case 1 -> y % 2 == 0;
            case 2 -> x % 3 == 0;
            case 3 -> (x + y) % 3 == 0;
            case 4 -> (x / 3 + y / 2) % 2 == 0;
            case 5 -> x * y % 2 + x * y % 3 == 0;
            case 6 -> (x * y % 2 + x * y % 3) % 2 == 0;
            default -> ((x + y) % 2 + x * y % 3) % 2 == 0;
        };
    }

    /** How many neighbours are alike with this mask. */
    private int runsUnder(int mask) {
        flip(mask);
        int alike = 0;
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                alike += x > 0 && dark[y][x] == dark[y][x - 1] ? 1 : 0;
                alike += y > 0 && dark[y][x] == dark[y - 1][x] ? 1 : 0;
            }
        }
        flip(mask);
        return alike;
    }
}
