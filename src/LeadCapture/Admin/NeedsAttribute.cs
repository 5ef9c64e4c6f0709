using LeadCapture.Settings;
using Microsoft.AspNetCore.Authorization;

namespace LeadCapture.Admin;

/// The least role for a controller or an action. Both count where both have one.
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class NeedsAttribute(Role role) : AuthorizeAttribute, IAuthorizationRequirement, IAuthorizationRequirementData
{
    public Role Role { get; } = role;

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

public sealed class NeedsHandler : AuthorizationHandler<NeedsAttribute>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, NeedsAttribute requirement)
    {
        if (context.Resource is HttpContext http && CurrentUser.Of(http)?.Is(requirement.Role) == true)
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
