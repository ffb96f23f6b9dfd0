using System.Net.Http.Json;
using System.Text.Json;
using Promote.Credentials.Server.Tests.Desk;

namespace Promote.Credentials.Server.Tests.People;

/// <summary>What the script of the desk does with a passkey.</summary>
internal static class PasskeyStaff
{
    extension(Staff staff)
    {
        /// <summary>The question for a passkey.</summary>
        public async Task<JsonElement> AskAsync(string path)
        {
            using var answer = await staff.PostAsync(path);
            Assert.True(answer.IsSuccessStatusCode, $"{path} answered {answer.StatusCode}");
            return await answer.Content.ReadFromJsonAsync<JsonElement>();
        }

        /// <summary>Has a device make a passkey and keeps it.</summary>
        public async Task<HttpResponseMessage> AddPasskeyAsync(PasskeyDevice device, string name = "Test phone") =>
            await staff.PostAsync("/desk/passkeys", ("name", name), ("credential", device.Create(await staff.AskAsync("/desk/passkeys/challenge"))));

        /// <summary>Signs in with it.</summary>
        public async Task<HttpResponseMessage> UsePasskeyAsync(PasskeyDevice device) =>
            await staff.PostAsync("/desk/sign-in", ("credential", device.Get(await staff.AskAsync("/desk/sign-in/challenge"))));
    }
}
