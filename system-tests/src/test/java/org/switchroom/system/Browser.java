package org.switchroom.system;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A person at a browser, who sees texts and roles and no ids. */
public final class Browser implements AutoCloseable {
    private static final List<String> OPTIONS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--no-first-run");
    private static final int PATIENCE_MILLIS = 30_000;

    private final Playwright playwright = Playwright.create();
    private final com.microsoft.playwright.Browser browser;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    public Browser() {
        browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(Path.of(System.getProperty("switchroom.browser", "/usr/bin/chromium")))
                        .setArgs(OPTIONS));
        context = browser.newContext(new NewContextOptions().setLocale("en-US").setViewportSize(1366, 768));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if ("error".equals(message.type())) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    public void open(String path) {
        page.navigate(Instance.running().url(path).toString());
    }

    public void signIn(String account) {
        String[] name = Instance.running().value("account." + account).split("/", 2);
        signIn(name[0], name[1]);
    }

    void signIn(String user, String password) {
        open("/");
        field("User name").fill(user);
        field("Password").fill(password);
        button("Sign in").click();
        page.locator("summary.sw-user").waitFor();
    }

    public Page page() {
        return page;
    }

    public Locator field(String label) {
        return page.getByLabel(label, new GetByLabelOptions().setExact(true));
    }

    public Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    public static Locator button(Locator inside, String name) {
        return inside.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Chooses from a list that the page answers to. */
    public void choose(Locator list, String value) {
        page.waitForResponse(response -> "POST".equals(response.request().method()), () -> list.selectOption(value));
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }

    public Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new GetByRoleOptions().setName(name).setExact(true));
    }

    /** The row of a table that holds this text. */
    public Locator row(String text) {
        return page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(text));
    }

    public Locator dialog() {
        return page.getByRole(AriaRole.DIALOG);
    }

    /** What the browser had to complain of: errors of scripts, of the content security policy, of missing files. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Pictures of the page as it stands, light and dark, on a small and on a large screen. */
    public void photograph(String name) {
        Path folder = Path.of(System.getProperty("switchroom.screenshots"));
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (int[] size : new int[][] {{1366, 768}, {1920, 1080}}) {
                page.setViewportSize(size[0], size[1]);
                String file = "%s-%s-%d.png".formatted(name, scheme.name().toLowerCase(java.util.Locale.ROOT), size[0]);
                page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(file)));
            }
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(1366, 768);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
