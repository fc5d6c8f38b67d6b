package org.switchroom.web.support;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTargetTest {
    @ParameterizedTest
    @ValueSource(strings = {"/supervisor/queue.xhtml", "/admin/server/edit.xhtml?name=pbx1", "/index.xhtml"})
    void leadsToThePageThatWasAskedFor(String page) {
        assertEquals(page, SignInTarget.asked(page));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "//evil.example/a.xhtml",
                "https://evil.example/a.xhtml",
                "/\\evil.example/a.xhtml",
                "/../a.xhtml",
                "/a.xhtml\r\nSet-Cookie: x",
                "/admin/list.xhtml?x=\"><script>",
                "/jakarta.faces.push/live",
                "/error/missing.xhtml"
            })
    void leadsToTheStartPageFromAnythingElse(String page) {
        assertEquals("/index.xhtml", SignInTarget.asked(page));
    }

    @Test
    void neverLeadsBackToTheSignIn() {
        assertEquals("/index.xhtml", SignInTarget.asked("/sign-in.xhtml"));
    }
}
