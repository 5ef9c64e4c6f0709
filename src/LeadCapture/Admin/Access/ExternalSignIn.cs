using LeadCapture.Admin.Audit;
using LeadCapture.Admin.Users;
using LeadCapture.Data;
using LeadCapture.Settings;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Admin.Access;

/// Whom the provider sent: which user that is, or becomes. Their groups decide about the role, at every sign-in.
public sealed class ExternalSignIn(LeadDb db, UserManager<User> users, SignIns signIns, AuditLog audit)
{
    public async Task<Reception> Receive(Person person)
    {
        var user = await db.Users.SingleOrDefaultAsync(
            one => one.OpenIdIssuer == person.Issuer && one.OpenIdSubject == person.Subject);
        if (person.Role is not { } role)
            return await Refuse(OpenIdProblem.NoRole, user);
        try
        {
            return user is null ? await Meet(person, role) : await Admit(user, role);
        }
        catch (DbUpdateException)
        {
            // The same person in another window, or the link of the invitation, was faster.
            db.ChangeTracker.Clear();
            return new(null, OpenIdProblem.Late);
        }
    }

    /// An address proves nothing to those who have a password: a provider that lets people choose one would hand out accounts.
    private async Task<Reception> Meet(Person person, Role role)
    {
        if (!await db.Users.AnyAsync())
            return await Refuse(OpenIdProblem.NotSetUp, null);
        if (person.EmailVerified == false || !person.IsNameable)
            return await Refuse(OpenIdProblem.NoEmail, null);
        var email = users.NormalizeEmail(person.Email);
        if (await db.Users.SingleOrDefaultAsync(one => one.NormalizedEmail == email) is not { } known)
            return await Join(person, role);
        if (known is not { PasswordHash: null, ComesByOpenId: false } || person.EmailVerified != true)
            return await Refuse(OpenIdProblem.Taken, known);
        await db.OneTimeLinks.Where(link => link.UserId == known.Id).ExecuteDeleteAsync();
        known.ComeByOpenId(person.Issuer, person.Subject);
        return await Admit(known, role);
    }

    private async Task<Reception> Join(Person person, Role role)
    {
        var user = new User(person.Email, person.Name, role, signIns.Now);
        user.ComeByOpenId(person.Issuer, person.Subject);
        audit.Note(user, AuditAction.Joined, $"as {role}, by OpenID Connect");
        // Saves all of it, or nothing.
        return (await users.CreateAsync(user)).Succeeded ? new(user) : new(null, OpenIdProblem.Late);
    }

    private async Task<Reception> Admit(User user, Role role)
    {
        if (user.Disabled)
            return await Refuse(OpenIdProblem.Disabled, user);
        if (user.Role != role)
            audit.Note(user, AuditAction.ChangedRole, $"from {user.Role} to {role}, by groups of OpenID Connect");
        user.ChangeRole(role);
        await db.SaveChangesAsync();
        return new(user);
    }

    private async Task<Reception> Refuse(OpenIdProblem why, User? about)
    {
        if (about is null)
            audit.Note(AuditAction.SignInRefused, "user", "", "by OpenID Connect: " + why.Words());
        else
            audit.Note(AuditAction.SignInRefused, about, "by OpenID Connect: " + why.Words());
        if (about is not null && why == OpenIdProblem.NoRole)
            await signIns.EndAll(about.Id);
        await db.SaveChangesAsync();
        return new(null, why);
    }
}

/// A user, or why there is none.
public sealed record Reception(User? User, OpenIdProblem Problem = default);
