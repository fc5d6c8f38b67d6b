package org.switchroom.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.switchroom.user.control.PasswordRules;
import org.switchroom.web.support.SignInCourse;
import org.switchroom.web.support.SignInTarget;

/** Signs in and out. Says nothing about which part of a wrong sign-in is wrong. */
@Named("signIn")
@RequestScoped
public class SignInBacking {
    @Inject
    private HttpServletRequest request;

    @Inject
    private SignInCourse course;

    private String userName;
    private String password;
    private String from;

    /** Leads to the page that was asked for; a refused try comes back by a redirect, so that no password is ever sent again by reloading. */
    public void signIn() throws IOException, ServletException {
        String target = SignInTarget.asked(from);
        String name = PasswordRules.normalized(userName).strip();
        if (isRight(name, PasswordRules.normalized(password))) {
            course.goOn(name, false, target);
        } else {
            course.refuse(target);
        }
    }

    private boolean isRight(String name, String secret) throws ServletException {
        if (!course.mayTry(name)) {
            return false;
        }
        if (request.getUserPrincipal() != null) {
            course.end();
        }
        try {
            request.login(name, secret);
            request.changeSessionId();
            return true;
        } catch (ServletException e) {
            course.failed(name);
            return false;
        }
    }

    public void signOut() throws IOException, ServletException {
        course.end();
        course.leaveTo("/sign-in.xhtml");
    }

    public String getUserName() {
        return userName;
    }

    public void setUserName(String userName) {
        this.userName = userName;
    }

    public String getPassword() {
        return "";
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getFrom() {
        return from == null ? request.getParameter("from") : from;
    }

    public void setFrom(String from) {
        this.from = from;
    }
}
