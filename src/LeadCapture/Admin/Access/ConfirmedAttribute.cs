using Microsoft.AspNetCore.Mvc.Filters;
using static LeadCapture.Admin.Access.AccessText;

namespace LeadCapture.Admin.Access;

/// Carried out only for somebody who has shown in the last minutes who they are. Others are asked first, and what they typed
/// goes on afterwards.
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class ConfirmedAttribute : Attribute, IAsyncResourceFilter, IAsyncActionFilter
{
    private static string TooLate => T["That took too long, so nothing was done. Go back to where you started."];

    /// Before inputs are bound: what was held stands in for what is posted.
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (http.Request.HasFormContentType && CurrentUser.Of(http) is { } me)
        {
            var posted = await http.Request.ReadFormAsync(http.RequestAborted);
            if (posted[HeldForm.Input] is [{ Length: > 0 } held])
            {
                var typed = Service<HeldForm>(http).Open(me, http.Request.Path, held);
                http.Features.Set(Proof.In(posted) with { IsTooLate = typed is null });
                http.Request.Form = typed ?? FormCollection.Empty;
            }
        }
        await next();
    }

    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var http = context.HttpContext;
        var (controller, me, proof) = ((AdminController)context.Controller, CurrentUser.Of(http)!, http.Features.Get<Proof>());
        if (proof is { IsTooLate: true })
            context.Result = controller.ComesTooLate(AdminRoutes.Dashboard, TooLate);
        else if (await WhatIsWrong(Service<Confirmation>(http), me, proof) is { } wrong)
            context.Result = controller.AsksWhoItIs(await PageOf(http, me), wrong);
        else
            await next();
    }

    /// Null: nothing is. "": they were not asked yet.
    private static async Task<string?> WhatIsWrong(Confirmation confirmation, CurrentUser me, Proof? proof)
    {
        if (proof is { IsGiven: true })
            return await confirmation.Take(me, proof);
        if (confirmation.IsRecent(me.ProvenAt))
            return null;
        return proof is null ? "" : T["Confirm your identity first"];
    }

    private static async Task<ConfirmPage> PageOf(HttpContext http, CurrentUser me)
    {
        var page = await Service<Confirmation>(http).Page(me);
        return HttpMethods.IsGet(http.Request.Method)
            ? page with { To = http.Request.Path }
            : page with
            {
                Action = http.Request.PathBase + http.Request.Path,
                Held = Service<HeldForm>(http).Seal(me, http.Request.Path,
                    http.Request.HasFormContentType ? http.Request.Form : FormCollection.Empty),
            };
    }

    private static T Service<T>(HttpContext http) where T : notnull => http.RequestServices.GetRequiredService<T>();
}
