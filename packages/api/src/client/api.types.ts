// Written by `pnpm --filter @act/api generate:client` from the document. Not to be edited.
// biome-ignore-all format: as it was generated
// biome-ignore-all lint: as it was generated
// biome-ignore-all assist: as it was generated

export interface paths {
    "/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Leads to the reference. */
        get: operations["root"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists pictures, newest first. */
        get: operations["listAssets"];
        put?: never;
        /**
         * Registers a picture that was uploaded.
         * @description It is `received` then, and `ready` once the engine has looked at it.
         */
        post: operations["addAsset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gives a picture as it is now. */
        get: operations["getAsset"];
        put?: never;
        post?: never;
        /** Deletes a picture with its files, and says which models were trained on it. */
        delete: operations["deleteAsset"];
        options?: never;
        head?: never;
        /** Gives a picture another caption or name, or takes it out of training. */
        patch: operations["updateAsset"];
        trace?: never;
    };
    "/assets/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Leads to the file of a picture. */
        get: operations["openAssetFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assets/captions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists wishes for captions and what became of them, newest first. */
        get: operations["listCaptionRequests"];
        put?: never;
        /** Has a model write captions for pictures. */
        post: operations["requestCaptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assets/delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Deletes several pictures; those that the caller may not delete stay. */
        post: operations["deleteAssets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assets/readiness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says what speaks against training with some pictures. */
        post: operations["checkReadiness"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assets/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says where to upload a picture.
         * @description The browser uploads it there by itself, in its own name, and registers it with `POST /assets`.
         */
        post: operations["prepareAssetUpload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/brand/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Says what the brand allows: how much is needed to train, what it may cost, how long things are kept. */
        get: operations["getPolicy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes what the brand allows; for admins. What is left out stays. */
        patch: operations["updatePolicy"];
        trace?: never;
    };
    "/cleanup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Says what would be cleared away now, and why; for admins. */
        get: operations["explainCleanup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/datasets/{id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Gives pictures and captions as a zip.
         * @description Of a training, as it saw them; or, with `current`, all that may be trained with now.
         */
        get: operations["exportDataset"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists documents, newest first. */
        get: operations["listDocuments"];
        put?: never;
        /** Registers a document that was uploaded. */
        post: operations["addDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/documents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Deletes a document and its file; for admins, and for people their own private ones. */
        delete: operations["deleteDocument"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/documents/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Leads to the file of a document. */
        get: operations["openDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/documents/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says where to upload a document.
         * @description The browser uploads it there by itself, and registers it with `POST /documents`.
         */
        post: operations["prepareDocumentUpload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/generation-images/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Deletes one generated picture; for whoever asked for it, and for admins.
         * @description The request stays with its other pictures, also without any.
         */
        delete: operations["deleteGenerationImage"];
        options?: never;
        head?: never;
        /** Rates or stars a generated picture. */
        patch: operations["updateGenerationImage"];
        trace?: never;
    };
    "/generations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists generations with their pictures, newest first. */
        get: operations["listGenerations"];
        put?: never;
        /**
         * Asks for pictures of a model.
         * @description They are made by the engine: look with `GET /generations/{id}` until it has ended.
         */
        post: operations["createGeneration"];
        /** Deletes generations that are older than so many days, but for those with a starred picture. */
        delete: operations["cleanupGenerations"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/generations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gives a generation with its pictures. */
        get: operations["getGeneration"];
        put?: never;
        post?: never;
        /** Deletes a generation with its pictures; for whoever asked for it, and for admins. */
        delete: operations["deleteGeneration"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/generations/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends a generation. */
        post: operations["cancelGeneration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/generations/create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Asks for pictures of a model.
         * @description They are made by the engine: look with `GET /generations/{id}` until it has ended.
         */
        post: operations["createGenerationAsFounded"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/generations/quote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says what pictures will take and cost, before they do.
         * @description Takes what asking for them takes, but for the prompt, and refuses what that would refuse.
         */
        post: operations["quoteGeneration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Says that the process answers. */
        get: operations["live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Says whether the project answers: its tables, its sign-in, its files. */
        get: operations["ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes the caller a member of the brand that invited them. */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/loras": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists LoRAs, newest first. */
        get: operations["listLoras"];
        put?: never;
        /** Makes a LoRA of pictures that were uploaded, and begins its training. */
        post: operations["createLora"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/loras/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gives a LoRA as it is now. */
        get: operations["getLora"];
        put?: never;
        post?: never;
        /** Takes a LoRA off the lists; it can be restored for a while. */
        delete: operations["deleteLora"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/loras/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Trains a LoRA again whose training failed or was cancelled. */
        post: operations["retryLora"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/loras/{id}/share": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Shares a LoRA with the brand; for its owner, where the brand allows it.
         * @description Others may paint with it and see what it is called, its samples and its trigger word; not its pictures, configuration or log. The engine carries it out: until then `sharing` is `sharing`.
         */
        post: operations["shareLora"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/loras/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes a shared LoRA private to its owner again; for its owner and for admins.
         * @description That holds at once; what others made with it stays theirs. Until the engine has brought the weights back, `sharing` is `withdrawing`.
         */
        post: operations["withdrawLora"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Says who is signed in, and in which brands. */
        get: operations["getMe"];
        put?: never;
        post?: never;
        /**
         * Deletes everything that is private to the caller, and their account.
         * @description Pictures, trainings, models, generations and documents, in all brands; what runs is stopped and goes when it has ended.
         */
        delete: operations["deleteMe"];
        options?: never;
        head?: never;
        /** Changes how the caller wants to be told in a brand; what is left out stays. */
        patch: operations["updateMe"];
        trace?: never;
    };
    "/me/brands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets the caller into a brand that is open to everybody. */
        post: operations["joinBrand"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Says how much `DELETE /me` would delete now. */
        get: operations["getMyData"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Says how the caller wants to be told in a brand, and of what. */
        get: operations["getNoticePreferences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists who is in the brand. */
        get: operations["listMembers"];
        put?: never;
        /**
         * Invites somebody by their e-mail address; for admins.
         * @description In place of an open invitation to the same address. The code is shown this once.
         */
        post: operations["inviteMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes somebody out of the brand; for admins. The last admin stays. */
        delete: operations["removeMember"];
        options?: never;
        head?: never;
        /** Gives somebody another role; for admins. The last admin stays one. */
        patch: operations["updateMember"];
        trace?: never;
    };
    "/members/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists invitations; for admins, everybody else sees none. */
        get: operations["listInvitations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes an invitation back; for admins. */
        delete: operations["withdrawInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists trained models, newest first. */
        get: operations["listModels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/models/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gives a model by what it is called. */
        get: operations["getModel"];
        put?: never;
        post?: never;
        /** Deletes a version and its weights for good; for admins. */
        delete: operations["deleteModel"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/models/{id}/download": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Leads to the weights of a model. */
        get: operations["downloadModel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/models/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a version back into use; for admins. */
        post: operations["restoreModel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/models/{id}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a version out of use; for admins. */
        post: operations["retireModel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/models/{name}/aliases/{alias}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Lets a word such as `live` stand for another version; a rollback is this call. For admins. */
        put: operations["setModelAlias"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists what the caller was told, newest first, and counts what was not read. */
        get: operations["listNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notices/push-subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Has notices shown in the caller's browser. */
        post: operations["savePushSubscription"];
        /** Ends that for one browser. */
        delete: operations["removePushSubscription"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notices/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Marks notices as read: these, or all. */
        post: operations["markNoticesRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notices/unsubscribe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends all mails of one brand to one person, for whoever holds the link at the foot of one. */
        post: operations["unsubscribeFromNotices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notices/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists where the brand's machines are told; for admins. */
        get: operations["listWebhookEndpoints"];
        put?: never;
        /** Has a machine told, each time with a signature; for admins. */
        post: operations["createWebhookEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notices/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ends it; for admins. */
        delete: operations["deleteWebhookEndpoint"];
        options?: never;
        head?: never;
        /** Changes where, of what and whether; for admins. */
        patch: operations["updateWebhookEndpoint"];
        trace?: never;
    };
    "/notices/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Has it called with a `webhook.test`, to see that it works; for admins. */
        post: operations["sendTestWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gives this interface as an OpenAPI document. */
        get: operations["openApiDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reference": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows the same to people. */
        get: operations["referencePage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/training/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists trainings, newest first. */
        get: operations["listTrainingJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/training/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gives a training as it is now. */
        get: operations["getTrainingJob"];
        put?: never;
        post?: never;
        /**
         * Takes a training that has ended off the lists.
         * @description It can be restored for a while, unless it is deleted for ever, which only admins may do.
         */
        delete: operations["deleteTrainingJob"];
        options?: never;
        head?: never;
        /** Gives a training another name or description. */
        patch: operations["updateTrainingJob"];
        trace?: never;
    };
    "/training/jobs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends a training.
         * @description Its run is ended at the provider first, so it may take a while until the state says so.
         */
        post: operations["cancelTrainingJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/training/jobs/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follows a training as server-sent events.
         * @description First `job` as it is, then `job` at each change, `state`, `stage`, `log`, `sample` and `metric` as they come, and `end` with a reason. A comment comes every 15 seconds. `Last-Event-ID` goes on where a reader was.
         */
        get: operations["followTrainingJob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/training/jobs/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Puts a deleted training back on the lists. */
        post: operations["restoreTrainingJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/training/jobs/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tries a training again that failed or was cancelled.
         * @description A new training with the same pictures; weights that the provider still has are only saved.
         */
        post: operations["retryTrainingJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/training/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Says how far a training is.
         * @description Takes the id of a training, or what its model is called. To be asked every five seconds.
         */
        get: operations["trainingProgress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/training/quote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says what a training will take and cost, before it does. */
        post: operations["quoteTraining"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/training/retraining": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Says whether the brand would be trained again now by itself, with what, and why. */
        get: operations["explainRetraining"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/training/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Says what each preset stands for, and what trainers take. */
        get: operations["getTrainingSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/training/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Asks for a training.
         * @description With pictures that are named by addresses or ids, or found: `autoDetectFromAssets` takes all, if enough are new.
         */
        post: operations["startTraining"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/training/upload": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Uploads pictures as a form; straight to storage is the better way for many. */
        post: operations["uploadTrainingPictures"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Says what the work of some months cost and how long it took: by month, by model, by person.
         * @description Of all that the caller sees; the fifty costliest models and people.
         */
        get: operations["getUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook/replicate-training": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The address of the founding document for the webhooks of Replicate.
         * @description With the capability as a query parameter, it rings; Replicate keeps those. Without it, a genuine webhook is heard and the engine looks at its own time.
         */
        post: operations["replicateTrainingWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{provider}/{capability}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Where a provider rings for one run.
         * @description The address is handed out with the run; nobody else knows it. Whether there is such a run is not told.
         */
        post: operations["providerWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Asset: {
            /** @enum {string} */
            assetType: "training_image" | "logo" | "product" | "photo" | "other";
            brandId: string;
            caption: string | null;
            contentType: string | null;
            /**
             * Format: date-time
             * @example 2026-11-20T10:15:30+00:00
             */
            createdAt: string;
            /** @description Bucket and key of the file. */
            fileUrl: string;
            /** @description What the inspection saw, such as `blurred`. */
            findings: string[];
            height: number | null;
            /**
             * Format: uuid
             * @example 3f2c8a54-6a1e-4a0b-9c57-0d1f6d1f2a77
             */
            id: string;
            /** @description Leads to the file, for whoever is signed in; what `imageUrls` of a training take. */
            imageUrl: string;
            /** @description Whether it may be trained with. */
            isTrainingData: boolean;
            name: string;
            /**
             * @description The same as a word for programs; null where none was noted.
             * @enum {string|null}
             */
            rejectionCode: "type_unknown" | "too_large" | "too_many_pixels" | "too_small" | "animated" | "unreadable" | "file_missing" | null;
            rejectionReason: string | null;
            sizeBytes: number | null;
            /**
             * @description `received` until it was inspected.
             * @enum {string}
             */
            status: "received" | "ready" | "rejected";
            /** @description Signed for five minutes. */
            thumbnailUrl: string | null;
            width: number | null;
        };
        AssetPage: {
            /** @description Newest first. */
            items: components["schemas"]["Asset"][];
            /** @description The `cursor` of the next page; null after the last. */
            nextCursor: string | null;
        };
        CaptionRequest: {
            /**
             * Format: uuid
             * @example 3f2c8a54-6a1e-4a0b-9c57-0d1f6d1f2a77
             */
            assetId: string;
            /**
             * Format: date-time
             * @example 2026-11-20T10:15:30+00:00
             */
            completedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-11-20T10:15:30+00:00
             */
            createdAt: string;
            /** @description Why it failed: a word for programs, and a sentence for people. */
            error: {
                code: string;
                message: string;
            } | null;
            /**
             * Format: uuid
             * @example 3f2c8a54-6a1e-4a0b-9c57-0d1f6d1f2a77
             */
            id: string;
            /** @enum {string} */
            status: "waiting" | "completed" | "passed_over" | "failed";
        };
        CaptionRequestPage: {
            /** @description Newest first. */
            items: components["schemas"]["CaptionRequest"][];
            /** @description The `cursor` of the next page; null after the last. */
            nextCursor: string | null;
        };
        ChangedMe: {
            notices: components["schemas"]["NoticePreferences"];
        };
        CleanupPlan: {
            deletedDays: number;
            generationDays: number | null;
            items: {
                code: string;
                count: number;
                message: string;
            }[];
        };
        CleanupReport: {
            before: string;
            bytes: number;
            dryRun: boolean;
            generations: number;
            images: number;
            kept: number;
        };
        CreatedWebhookEndpoint: components["schemas"]["WebhookEndpoint"] & {
            secret: string;
        };
        DeletedAssets: {
            archives: number;
            deleted: string[];
            /** @description The engine removes them within minutes. */
            files: number;
            /** @description Still there: a training has used them, and the caller is no admin. */
            kept: string[];
            /** @description They were trained on them; they stay, and say so. */
            markedModels: {
                id: string;
                modelId: string;
            }[];
        };
        DeletedData: {
            documents: number;
            files: number;
            generations: number;
            memberships: number;
            models: number;
            pictures: number;
            running: number;
            trainings: number;
        };
        Document: {
            brandId: string;
            /** @enum {string|null} */
            contentType: "application/pdf" | "text/markdown" | "text/plain" | null;
            /**
             * Format: date-time
             * @example 2026-11-20T10:15:30+00:00
             */
            createdAt: string;
            /**
             * Format: uuid
             * @example 3f2c8a54-6a1e-4a0b-9c57-0d1f6d1f2a77
             */
            id: string;
            name: string;
            /** @description Bucket and key of the file. */
            path: string;
            sizeBytes: number | null;
        };
        DocumentPage: {
            /** @description Newest first. */
            items: components["schemas"]["Document"][];
            /** @description The `cursor` of the next page; null after the last. */
            nextCursor: string | null;
        };
        /**
         * @example {
         *       "error": {
         *         "code": "job_not_found",
         *         "message": "Brand acmecompany has no training 3f2c8a54-6a1e-4a0b-9c57-0d1f6d1f2a77 for you.",
         *         "hint": "List the trainings of the brand, and pass the id of one.",
         *         "requestId": "7c1f0b1e-2d0c-4b7e-8d8a-0f8f3d1f2a77"
         *       }
         *     }
         */
        Error: {
            error: {
                /** @description Brands to choose from. */
                choices?: string[];
                /** @description A word for programs; stable. */
                code: string;
                /** @description What to do next; empty where the message says it all. */
                hint: string;
                /** @description A sentence for people. */
                message: string;
                /** @description Everything that is wrong with what was sent. */
                problems?: {
                    fix: string;
                    message: string;
                    path: string;
                }[];
                /** @description What speaks against it. */
                reasons?: ({
                    assetIds?: string[];
                    code: string;
                    hint?: string;
                    message: string;
                } & {
                    [key: string]: unknown;
                })[];
                /** @description Names the request in the log of the operator. */
                requestId: string;
            };
        };
        GeneratedImage: {
            contentType: string;
            height: number | null;
            /**
             * Format: uuid
             * @example 3f2c8a54-6a1e-4a0b-9c57-0d1f6d1f2a77
             */
            id: string;
            isStarred: boolean;
            /** @description Bucket and key of the file. */
            path: string;
            position: number;
            rating: number | null;
            seed: number | null;
            sha256: string | null;
            sizeBytes: number | null;
            thumbnailPath: string | null;
            thumbnailUrl: string | null;
            /** @description Signed for five minutes. */
            url: string;
            width: number | null;
        };
        Generation: {
            brandId: string;
            /**
             * Format: date-time
             * @description When somebody wanted it to end; it is ending until the state says so.
             * @example 2026-11-20T10:15:30+00:00
             */
            cancelRequestedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-11-20T10:15:30+00:00
             */
            completedAt: string | null;
            costUsd: number | null;
            /**
             * Format: date-time
             * @example 2026-11-20T10:15:30+00:00
             */
            createdAt: string;
            /** @description Why it failed: a word for programs, and a sentence for people. */
            error: {
                code: string;
                message: string;
            } | null;
            /**
             * Format: uuid
             * @example 3f2c8a54-6a1e-4a0b-9c57-0d1f6d1f2a77
             */
            id: string;
            images: components["schemas"]["GeneratedImage"][];
            modelId: string;
            /** @description What people call it; null where the caller does not see it any more. */
            modelName: string | null;
            progress: number;
            prompt: string;
            requestedImages: number;
            /** @description The model that paints along with it. */
            secondModelId: string | null;
            secondModelName: string | null;
            settings?: unknown;
            /** @enum {string} */
            status: "pending" | "running" | "saving" | "completed" | "failed" | "cancelled";
        };
        GenerationPage: {
            /** @description Newest first. */
            items: components["schemas"]["Generation"][];
            /** @description The `cursor` of the next page; null after the last. */
            nextCursor: string | null;
        };
        GenerationQuote: {
            /** @enum {string} */
            basis: "table" | "history";
            estimatedCostUsd: number;
            estimatedSeconds: number;
            hardware: string;
            imageCount: number;
            /** @description Whether nothing is really spent; null where this interface was not told. */
            isSimulated: boolean | null;
            /** @enum {string} */
            modelType: "flux" | "sdxl" | "sd15";
            provider: string;
            range: {
                leastUsd: number;
                mostUsd: number;
            };
            samples: number;
        };
        Health: {
            /** @enum {string} */
            status: "live" | "ready";
        };
        Invitation: {
            /**
             * Format: date-time
             * @example 2026-11-20T10:15:30+00:00
             */
            acceptedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-11-20T10:15:30+00:00
             */
            createdAt: string;
            email: string;
            /**
             * Format: date-time
             * @example 2026-11-20T10:15:30+00:00
             */
            expiresAt: string;
            /**
             * Format: uuid
             * @example 3f2c8a54-6a1e-4a0b-9c57-0d1f6d1f2a77
             */
            id: string;
            /** @enum {string} */
            role: "admin" | "member" | "viewer";
        };
        InvitationCode: {
            code: string;
        };
        InvitationList: {
            items: components["schemas"]["Invitation"][];
        };
        JoinedBrand: {
            brandId: string;
        };
        Lora: {
            /**
             * Format: date-time
             * @description When somebody wanted it to end; it is ending until the state says so.
             * @example 2026-11-20T10:15:30+00:00
             */
            cancel_requested_at: string | null;
            /**
             * Format: date-time
             * @example 2026-11-20T10:15:30+00:00
             */
            created_at: string;
            /**
             * Format: date-time
             * @example 2026-11-20T10:15:30+00:00
             */
            deleted_at: string | null;
            description: string | null;
            /** @description A word for programs; `cancelled` where somebody wished so. */
            error_code: string | null;
            error_message: string | null;
            /**
             * Format: uuid
             * @example 3f2c8a54-6a1e-4a0b-9c57-0d1f6d1f2a77
             */
            id: string;
            /** @description The pictures it is trained with. */
            image_ids: string[];
            /** @description Somebody else’s, who shares it with the brand: to paint with, and for nothing else. */
            is_others: boolean;
            /** @description Bucket and key of the weights. */
            lora_url: string | null;
            /** @description What its model is called, as generations name it; null until there is one. */
            model_id: string | null;
            /**
             * @description The base model it is trained on.
             * @enum {string}
             */
            model_type: "flux" | "sdxl" | "sd15";
            name: string;
            progress: number;
            replicate_training_id: string | null;
            /** @description Pictures that show what somebody else shares; good for five minutes. */
            sample_urls: string[];
            /**
             * Format: date-time
             * @description Since when somebody else shares it.
             * @example 2026-11-20T10:15:30+00:00
             */
            shared_at: string | null;
            /**
             * @description How far its owner shares the model with the brand: `sharing` until the engine has carried it out, `withdrawing` until it has brought the weights back; null where it is private, or the whole brand sees it anyway.
             * @enum {string|null}
             */
            sharing: "sharing" | "shared" | "withdrawing" | null;
            /** @enum {string} */
            status: "pending" | "training" | "completed" | "failed";
            trigger_word: string | null;
            /** @enum {string} */
            type: "style" | "character" | "product" | "person";
            /**
             * Format: date-time
             * @example 2026-11-20T10:15:30+00:00
             */
            updated_at: string;
        };
        LoraPage: {
            /** @description Newest first. */
            items: components["schemas"]["Lora"][];
            /** @description The `cursor` of the next page; null after the last. */
            nextCursor: string | null;
        };
        MarkedNotices: {
            marked: number;
        };
        Me: {
            brands: {
                id: string;
                name: string;
                /** @enum {string} */
                role: "admin" | "member" | "viewer";
            }[];
            email: string | null;
            /**
             * Format: uuid
             * @example 3f2c8a54-6a1e-4a0b-9c57-0d1f6d1f2a77
             */
            id: string;
        };
        Member: {
            /**
             * Format: date-time
             * @example 2026-11-20T10:15:30+00:00
             */
            createdAt: string;
            /** @enum {string} */
            role: "admin" | "member" | "viewer";
            /**
             * Format: uuid
             * @example 3f2c8a54-6a1e-4a0b-9c57-0d1f6d1f2a77
             */
            userId: string;
        };
        MemberList: {
            items: components["schemas"]["Member"][];
        };
        Model: {
            /** @description Words that stand for this version. */
            aliases: string[];
            brandId: string;
            /**
             * Format: date-time
             * @example 2026-11-20T10:15:30+00:00
             */
            createdAt: string;
            /**
             * Format: uuid
             * @example 3f2c8a54-6a1e-4a0b-9c57-0d1f6d1f2a77
             */
            id: string;
            jobId: string | null;
            metadata?: unknown;
            /**
             * @description As calls name it; its id where somebody else shares it.
             * @example flux-lora-v1
             */
            modelId: string;
            /** @enum {string} */
            modelType: "flux" | "sdxl" | "sd15";
            /** @example flux-lora */
            name: string;
            /** @description Bucket and key of the weights. */
            path: string;
            /** @description What the provider that trained it calls it; null where unknown. */
            providerModel: string | null;
            providerVersion: string | null;
            rank: number | null;
            sha256: string;
            /** @description What is known of a private model that its owner shares; null for every other. */
            shared: {
                description: string | null;
                /** @description Whether the caller shares it. */
                isMine: boolean;
                name: string;
                /** @description Pictures that its trainer painted; addresses are good for five minutes. */
                samples: {
                    path: string;
                    url: string;
                }[];
                /**
                 * Format: date-time
                 * @example 2026-11-20T10:15:30+00:00
                 */
                sharedAt: string;
                /** @enum {string} */
                subjectKind: "style" | "character" | "product" | "person";
            } | null;
            sizeBytes: number;
            /**
             * Format: date-time
             * @example 2026-11-20T10:15:30+00:00
             */
            sourcesDeletedAt: string | null;
            /** @enum {string} */
            status: "ready" | "retired";
            triggerWord: string | null;
            version: number;
        } | null;
        ModelPage: {
            /** @description Newest first. */
            items: components["schemas"]["Model"][];
            /** @description The `cursor` of the next page; null after the last. */
            nextCursor: string | null;
        };
        MyData: {
            documents: number;
            generations: number;
            memberships: number;
            models: number;
            pictures: number;
            /** @description Trainings and generations that would be stopped first. */
            running: number;
            trainings: number;
        };
        Notice: {
            /**
             * Format: date-time
             * @example 2026-11-20T10:15:30+00:00
             */
            createdAt: string;
            /** @description Names and counts; which there are depends on the kind. */
            facts: {
                [key: string]: unknown;
            };
            generationId: string | null;
            /**
             * Format: uuid
             * @example 3f2c8a54-6a1e-4a0b-9c57-0d1f6d1f2a77
             */
            id: string;
            jobId: string | null;
            /** @enum {string} */
            kind: "training.completed" | "training.failed" | "training.cancelled" | "generation.completed" | "generation.failed" | "pictures.rejected" | "budget.low" | "sharing.ended" | "webhook.disabled";
            /**
             * Format: date-time
             * @example 2026-11-20T10:15:30+00:00
             */
            readAt: string | null;
        };
        NoticePage: {
            /** @description Newest first. */
            items: components["schemas"]["Notice"][];
            /** @description The `cursor` of the next page; null after the last. */
            nextCursor: string | null;
            unreadCount: number;
        };
        NoticePreferences: {
            /** @description What comes by mail. */
            email: ("training.completed" | "training.failed" | "training.cancelled" | "generation.completed" | "generation.failed" | "pictures.rejected" | "budget.low" | "sharing.ended" | "webhook.disabled")[];
            /**
             * @description Null: the language of the brand.
             * @enum {string|null}
             */
            language: "en" | "ru" | null;
            /** @description For admins: failures in the whole brand's work, too. */
            othersFailures: boolean;
            /** @description What is shown in browsers. */
            push: ("training.completed" | "training.failed" | "training.cancelled" | "generation.completed" | "generation.failed" | "pictures.rejected" | "budget.low" | "sharing.ended" | "webhook.disabled")[];
        };
        Policy: {
            /** @description Training again by itself as pictures come in. */
            autoRetrain: {
                enabled: boolean;
                minimumHoursBetween: number;
                monthlyBudgetUsd: number | null;
                newImages: number;
                quietHours: {
                    from: string;
                    timeZone: string;
                    to: string;
                } | null;
            };
            /** @description What a month may cost, and from which share of it on people are warned. */
            budget: {
                monthlyUsd: number | null;
                warnAtShare: number;
            };
            /** @enum {string} */
            language: "en" | "ru";
            mayChange: boolean;
            /** @description What only the operator changes. */
            operator: {
                maximumAssets: number;
                maximumJobsPerDay: number;
                maximumPicturesPerDay: number;
                maximumRunningJobs: number;
                modelTypes: string[];
            };
            /** @description Days; null: they are kept. */
            retention: {
                deletedDays: number;
                generationDays: number | null;
            };
            /** @description How many pictures a training takes, by what they show. */
            subjects: {
                character: {
                    maximumImages: number;
                    minimumImages: number;
                    recommendedImages: number;
                };
                person: {
                    maximumImages: number;
                    minimumImages: number;
                    recommendedImages: number;
                };
                product: {
                    maximumImages: number;
                    minimumImages: number;
                    recommendedImages: number;
                };
                style: {
                    maximumImages: number;
                    minimumImages: number;
                    recommendedImages: number;
                };
            };
        };
        PushSubscription: {
            /**
             * Format: uuid
             * @example 3f2c8a54-6a1e-4a0b-9c57-0d1f6d1f2a77
             */
            id: string;
        };
        RatedImage: {
            /**
             * Format: uuid
             * @example 3f2c8a54-6a1e-4a0b-9c57-0d1f6d1f2a77
             */
            generationId: string;
            /**
             * Format: uuid
             * @example 3f2c8a54-6a1e-4a0b-9c57-0d1f6d1f2a77
             */
            id: string;
            isStarred: boolean;
            rating: number | null;
        };
        ReadinessReport: {
            /** @description The worst first. */
            reasons: {
                assetIds: string[];
                code: string;
                hint: string;
                message: string;
                /** @enum {string} */
                severity: "blocks" | "attention" | "note";
            }[];
            /** @enum {string} */
            verdict: "ready" | "needs_attention" | "blocked";
        };
        RequestedCaptions: {
            passedOver: string[];
            requested: string[];
            waiting: string[];
        };
        RetrainingPlan: {
            estimatedCostUsd: number;
            /** @enum {string} */
            modelType: "flux" | "sdxl" | "sd15";
            newImages: number;
            reasons: {
                code: string;
                message: string;
                /**
                 * Format: date-time
                 * @example 2026-11-20T10:15:30+00:00
                 */
                until: string | null;
            }[];
            retrain: boolean;
            /** @enum {string} */
            subjectKind: "style" | "character" | "product" | "person";
            trainingAssetIds: string[];
        };
        SentTestWebhook: {
            noticeId: string;
        };
        StartedTraining: {
            /**
             * Format: uuid
             * @example 3f2c8a54-6a1e-4a0b-9c57-0d1f6d1f2a77
             */
            jobId: string;
            /**
             * Format: uuid
             * @description Of the training, like `trainingId` and `jobId`: what progress takes.
             * @example 3f2c8a54-6a1e-4a0b-9c57-0d1f6d1f2a77
             */
            modelId: string;
            /** @enum {string} */
            status: "pending" | "starting" | "training" | "completed" | "failed";
            /**
             * Format: uuid
             * @example 3f2c8a54-6a1e-4a0b-9c57-0d1f6d1f2a77
             */
            trainingId: string;
            triggerWord: string | null;
        };
        TrainingJob: {
            brandId: string;
            /**
             * Format: date-time
             * @description When somebody wanted it to end; it is ending until the state says so.
             * @example 2026-11-20T10:15:30+00:00
             */
            cancelRequestedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-11-20T10:15:30+00:00
             */
            completedAt: string | null;
            config: {
                autocaption: boolean;
                batchSize: number;
                captionDropout: number;
                learningRate: number;
                loraRank: number;
                numRepeats: number;
                optimizer: string;
                resolution: string;
                seed: number | null;
                steps: number;
            } | null;
            costUsd: number | null;
            /**
             * Format: date-time
             * @example 2026-11-20T10:15:30+00:00
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-11-20T10:15:30+00:00
             */
            deletedAt: string | null;
            description: string | null;
            /** @description Why it failed: a word for programs, and a sentence for people. */
            error: {
                code: string;
                message: string;
            } | null;
            /**
             * Format: date-time
             * @example 2026-11-20T10:15:30+00:00
             */
            estimatedCompletion: string | null;
            estimatedCostUsd: number | null;
            gpuSeconds: number | null;
            /**
             * Format: uuid
             * @example 3f2c8a54-6a1e-4a0b-9c57-0d1f6d1f2a77
             */
            id: string;
            /** @description The brand's own fields. */
            metadata?: unknown;
            /** @enum {string} */
            modelType: "flux" | "sdxl" | "sd15";
            /** @description Bucket and key of the weights. */
            modelUrl: string | null;
            /**
             * @description As its model is going to be called.
             * @example flux-lora
             */
            name: string;
            /**
             * @description 0 to 100; never goes down.
             * @example 45
             */
            progress: number;
            provider: string | null;
            providerJobId: string | null;
            /** @description The training that this one tries again. */
            retryOf: string | null;
            sampleImageUrls: string[];
            /**
             * @description How far its owner shares the model with the brand: `sharing` until the engine has carried it out, `withdrawing` until it has brought the weights back; null where it is private, or the whole brand sees it anyway.
             * @enum {string|null}
             */
            sharing: "sharing" | "shared" | "withdrawing" | null;
            /** @description What happens inside of the state, for people. */
            stage: string | null;
            /**
             * Format: date-time
             * @example 2026-11-20T10:15:30+00:00
             */
            startedAt: string | null;
            /**
             * @description Nothing more happens once it is completed, failed or cancelled.
             * @enum {string}
             */
            status: "pending" | "uploading" | "queued" | "training" | "saving" | "completed" | "failed" | "cancelled";
            /**
             * @description What the pictures show.
             * @enum {string}
             */
            subjectKind: "style" | "character" | "product" | "person";
            trainingAssetIds: string[];
            /** @example user42585527 */
            triggerWord: string | null;
        };
        TrainingJobPage: {
            /** @description Newest first. */
            items: components["schemas"]["TrainingJob"][];
            /** @description The `cursor` of the next page; null after the last. */
            nextCursor: string | null;
        };
        TrainingProgress: {
            /**
             * Format: date-time
             * @description When somebody wanted it to end; it is ending until the state says so.
             * @example 2026-11-20T10:15:30+00:00
             */
            cancelRequestedAt: string | null;
            /** @description Why it failed: a word for programs, and a sentence for people. */
            error: {
                code: string;
                message: string;
            } | null;
            errorMessage: string | null;
            /**
             * Format: date-time
             * @example 2026-11-20T10:15:30+00:00
             */
            estimatedCompletion: string | null;
            model: components["schemas"]["Model"];
            modelId: string;
            /** @description What generations take, once it is there. */
            modelVersion: string | null;
            progress: number;
            stage: string | null;
            /** @enum {string} */
            status: "pending" | "starting" | "training" | "completed" | "failed";
            trainingId: string | null;
            triggerWord: string | null;
        };
        TrainingQuote: {
            /** @enum {string} */
            basis: "table" | "history";
            estimatedCostUsd: number;
            estimatedSeconds: number;
            hardware: string;
            /** @description Whether nothing is really spent; null where this interface was not told. */
            isSimulated: boolean | null;
            /** @enum {string} */
            modelType: "flux" | "sdxl" | "sd15";
            provider: string;
            range: {
                leastUsd: number;
                mostUsd: number;
            };
            samples: number;
        };
        TrainingSettings: {
            /** @description One for each base model. */
            items: {
                /** @description What the trainer takes; a wish beyond it is refused. */
                bounds: {
                    batchSize: {
                        maximum: number;
                        minimum: number;
                    };
                    /** @description What the trainer has no use for. */
                    ignored: string[];
                    /** @description But for `prodigy`. */
                    learningRate: {
                        maximum: number;
                        minimum: number;
                    };
                    loraRank: {
                        maximum: number;
                        minimum: number;
                    };
                    numRepeats: {
                        maximum: number;
                        minimum: number;
                    };
                    optimizers: string[];
                    /** @description Of each side, in pixels. */
                    resolution: {
                        maximum: number;
                        minimum: number;
                    };
                    steps: {
                        maximum: number;
                        minimum: number;
                    };
                };
                /** @enum {string} */
                modelType: "flux" | "sdxl" | "sd15";
                /** @description What each stands for, complete. */
                presets: {
                    best: {
                        autocaption: boolean;
                        batchSize: number;
                        captionDropout: number;
                        learningRate: number;
                        loraRank: number;
                        numRepeats: number;
                        optimizer: string;
                        resolution: string;
                        seed: number | null;
                        steps: number;
                    };
                    quick: {
                        autocaption: boolean;
                        batchSize: number;
                        captionDropout: number;
                        learningRate: number;
                        loraRank: number;
                        numRepeats: number;
                        optimizer: string;
                        resolution: string;
                        seed: number | null;
                        steps: number;
                    };
                    standard: {
                        autocaption: boolean;
                        batchSize: number;
                        captionDropout: number;
                        learningRate: number;
                        loraRank: number;
                        numRepeats: number;
                        optimizer: string;
                        resolution: string;
                        seed: number | null;
                        steps: number;
                    };
                };
                /** @description Who trains it unless somebody else is asked. */
                provider: string;
            }[];
            /** @description This optimizer finds the rate by itself, and takes it as a factor. */
            prodigyLearningRate: {
                maximum: number;
                minimum: number;
                usual: number;
            };
        };
        Unsubscribed: {
            unsubscribed: boolean;
        };
        UploadedPictures: {
            /** @description Why some were not uploaded. */
            failed: {
                code: string;
                hint: string;
                index: number;
                message: string;
                name: string;
            }[];
            images: {
                brandId: string;
                caption: string | null;
                /**
                 * Format: date-time
                 * @example 2026-11-20T10:15:30+00:00
                 */
                createdAt: string;
                fileUrl: string;
                /**
                 * Format: uuid
                 * @example 3f2c8a54-6a1e-4a0b-9c57-0d1f6d1f2a77
                 */
                id: string;
                imageUrl: string;
                name: string;
                /** @enum {string} */
                status: "received" | "ready" | "rejected";
            }[];
            /** @description What `POST /training/start` takes. */
            imageUrls: string[];
            /** @description What was said of the subject. */
            metadata: {
                [key: string]: unknown;
            };
        };
        UploadTarget: {
            bucket: string;
            chunkBytes: number;
            /** @description To be sent along, beside the session as a bearer token. */
            headers: {
                [key: string]: string;
            };
            key: string;
            maximumBytes: number;
            /** @description What TUS calls `Upload-Metadata`. */
            metadata: {
                [key: string]: string;
            };
            /** @description Bucket and key: what is registered afterwards. */
            path: string;
            /** @description For TUS, in pieces of `chunkBytes`; the normal way. */
            resumableUrl: string;
            /** @description For one POST with the whole file. */
            uploadUrl: string;
        };
        Usage: {
            models: {
                /** @description What is not known yet is estimated. */
                costUsd: number;
                /** @description Of trainings. */
                gpuSeconds: number;
                model: string | null;
                /** @description How many were made. */
                pictures: number;
                trainings: number;
            }[];
            /** @description Newest first; months without work are left out. */
            months: {
                /** @description What is not known yet is estimated. */
                costUsd: number;
                /** @description Of trainings. */
                gpuSeconds: number;
                /** @example 2026-11 */
                month: string;
                /** @description How many were made. */
                pictures: number;
                trainings: number;
            }[];
            people: {
                /** @description What is not known yet is estimated. */
                costUsd: number;
                /** @description For admins. */
                email: string | null;
                /** @description Of trainings. */
                gpuSeconds: number;
                /** @description How many were made. */
                pictures: number;
                trainings: number;
                /** @description Null: of somebody who is gone. */
                userId: string | null;
            }[];
            /** @description What counts against the budget, for admins: also work that was deleted, is private to others, or failed and may still be charged. Null for anybody else. */
            spentThisMonthUsd: number | null;
        };
        WebhookEndpoint: {
            /** @example https://n8n.example.com/webhook/trained */
            address: string;
            /**
             * Format: date-time
             * @example 2026-11-20T10:15:30+00:00
             */
            createdAt: string;
            /** @enum {string|null} */
            disabledReason: "gone" | "failing" | null;
            /**
             * Format: uuid
             * @example 3f2c8a54-6a1e-4a0b-9c57-0d1f6d1f2a77
             */
            id: string;
            isEnabled: boolean;
            kinds: ("training.completed" | "training.failed" | "training.cancelled" | "generation.completed" | "generation.failed" | "pictures.rejected" | "budget.low" | "pictures.enough")[];
            /** @description Why the last call failed; null where it went well. */
            lastError: {
                code: string;
                message: string;
            } | null;
            /**
             * Format: date-time
             * @example 2026-11-20T10:15:30+00:00
             */
            lastSentAt: string | null;
        };
        WebhookEndpointList: {
            items: components["schemas"]["WebhookEndpoint"][];
        };
    };
    responses: {
        /** @description What was sent breaks a rule; `problems` names each, and `choices` the brands to choose from. */
        Refusal400: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Nobody is signed in, or the session is over. */
        Refusal401: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The brand's budget is used up. */
        Refusal402: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The role does not suffice, or the page that calls is none of ours. */
        Refusal403: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description There is nothing of this kind for the caller: it does not exist, or is not theirs. */
        Refusal404: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The body did not arrive in time. */
        Refusal408: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The state does not allow it, or somebody else was faster. */
        Refusal409: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The body is too large. */
        Refusal413: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The body, or a file in it, is of another type than is taken here. */
        Refusal415: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description It is well formed, but not ready: `reasons` says why. */
        Refusal422: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Too much at once: wait as long as `Retry-After` says. */
        Refusal429: {
            headers: {
                /** @description Seconds to wait. */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Something that is needed does not answer: try again after `Retry-After`. */
        Refusal503: {
            headers: {
                /** @description Seconds to wait. */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    root: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the reference. */
            302: {
                headers: {
                    /** @description The page that shows all routes. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refusal400"];
        };
    };
    listAssets: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only those that may be trained with, or only the others. */
                isTrainingData?: "true" | "false";
                /** @description How many at most, 1 to 100. Default 50. */
                limit?: number;
                /** @description In one of these states. */
                status?: ("received" | "ready" | "rejected") | ("received" | "ready" | "rejected")[];
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of pictures. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssetPage"];
                };
            };
            /** @description The caller has it: `If-None-Match` names its tag. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    addAsset: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "path": "training-data/acmecompany/logo-3f2c8a54-6a1e-4a0b-9c57-0d1f6d1f2a77.jpg",
                 *       "name": "logo.jpg",
                 *       "caption": "photo of [brand] logo"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    assetType?: "training_image" | "logo" | "product" | "photo" | "other";
                    /** @description One of your brands, where you have several. */
                    brandId?: string;
                    caption?: string | null;
                    isTrainingData?: boolean;
                    name: string;
                    /** @description Bucket and key, as the uploads gave them. */
                    path: string;
                };
            };
        };
        responses: {
            /** @description The picture. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Asset"];
                };
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            408: components["responses"]["Refusal408"];
            409: components["responses"]["Refusal409"];
            413: components["responses"]["Refusal413"];
            415: components["responses"]["Refusal415"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    getAsset: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The picture. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Asset"];
                };
            };
            /** @description The caller has it: `If-None-Match` names its tag. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    deleteAsset: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeletedAssets"];
                };
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    updateAsset: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "caption": "photo of [brand] bag on a table"
                 *     }
                 */
                "application/json": {
                    /** @description One of your brands, where you have several. */
                    brandId?: string;
                    caption?: string | null;
                    isTrainingData?: boolean;
                    name?: string;
                };
            };
        };
        responses: {
            /** @description The picture as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Asset"];
                };
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            408: components["responses"]["Refusal408"];
            413: components["responses"]["Refusal413"];
            415: components["responses"]["Refusal415"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    openAssetFile: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the file. */
            302: {
                headers: {
                    /** @description The address, good for five minutes. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    listCaptionRequests: {
        parameters: {
            query?: {
                assetId?: string | string[];
                /** @description One of your brands, where you have several. */
                brandId?: string;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description How many at most, 1 to 100. Default 50. */
                limit?: number;
                onlyWaiting?: "true" | "false";
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of wishes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaptionRequestPage"];
                };
            };
            /** @description The caller has it: `If-None-Match` names its tag. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    requestCaptions: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
            };
            header?: {
                /** @description The same key by the same person gives the same answer, and costs once; with another request, 409. */
                "Idempotency-Key"?: string;
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "assetIds": [
                 *         "3f2c8a54-6a1e-4a0b-9c57-0d1f6d1f2a77"
                 *       ],
                 *       "prefix": "photo of [brand], "
                 *     }
                 */
                "application/json": {
                    assetIds: string[];
                    /** @description One of your brands, where you have several. */
                    brandId?: string;
                    overwrite?: boolean;
                    prefix?: string;
                };
            };
        };
        responses: {
            /** @description Those that are described now, wait already, or have a caption. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestedCaptions"];
                };
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            402: components["responses"]["Refusal402"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            408: components["responses"]["Refusal408"];
            409: components["responses"]["Refusal409"];
            413: components["responses"]["Refusal413"];
            415: components["responses"]["Refusal415"];
            422: components["responses"]["Refusal422"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    deleteAssets: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "assetIds": [
                 *         "3f2c8a54-6a1e-4a0b-9c57-0d1f6d1f2a77"
                 *       ]
                 *     }
                 */
                "application/json": {
                    assetIds: string[];
                    /** @description One of your brands, where you have several. */
                    brandId?: string;
                };
            };
        };
        responses: {
            /** @description What went. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeletedAssets"];
                };
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            408: components["responses"]["Refusal408"];
            413: components["responses"]["Refusal413"];
            415: components["responses"]["Refusal415"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    checkReadiness: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "assetIds": [
                 *         "3f2c8a54-6a1e-4a0b-9c57-0d1f6d1f2a77"
                 *       ],
                 *       "subjectKind": "product"
                 *     }
                 */
                "application/json": {
                    assetIds: string[];
                    /** @description One of your brands, where you have several. */
                    brandId?: string;
                    /**
                     * @default style
                     * @enum {string}
                     */
                    subjectKind?: "style" | "character" | "product" | "person";
                };
            };
        };
        responses: {
            /** @description The verdict, with its reasons. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadinessReport"];
                };
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            408: components["responses"]["Refusal408"];
            413: components["responses"]["Refusal413"];
            415: components["responses"]["Refusal415"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    prepareAssetUpload: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Логотип (1).JPG",
                 *       "contentType": "image/jpeg"
                 *     }
                 */
                "application/json": {
                    /** @description One of your brands, where you have several. */
                    brandId?: string;
                    /** @enum {string} */
                    contentType: "image/jpeg" | "image/png" | "image/webp";
                    name: string;
                };
            };
        };
        responses: {
            /** @description Where to, and how. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadTarget"];
                };
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            408: components["responses"]["Refusal408"];
            413: components["responses"]["Refusal413"];
            415: components["responses"]["Refusal415"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    getPolicy: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The policy. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Policy"];
                };
            };
            /** @description The caller has it: `If-None-Match` names its tag. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    updatePolicy: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "budget": {
                 *         "monthlyUsd": 250
                 *       },
                 *       "retention": {
                 *         "generationDays": 90
                 *       }
                 *     }
                 */
                "application/json": {
                    autoRetrain?: {
                        enabled?: boolean;
                        minimumHoursBetween?: number;
                        monthlyBudgetUsd?: number | null;
                        newImages?: number;
                        quietHours?: {
                            from: string;
                            timeZone: string;
                            to: string;
                        } | null;
                    };
                    /** @description One of your brands, where you have several. */
                    brandId?: string;
                    budget?: {
                        monthlyUsd?: number | null;
                        warnAtShare?: number;
                    };
                    /** @enum {string} */
                    language?: "en" | "ru";
                    retention?: {
                        deletedDays?: number;
                        generationDays?: number | null;
                    };
                    subjects?: {
                        character?: {
                            maximumImages: number;
                            minimumImages: number;
                            recommendedImages: number;
                        };
                        person?: {
                            maximumImages: number;
                            minimumImages: number;
                            recommendedImages: number;
                        };
                        product?: {
                            maximumImages: number;
                            minimumImages: number;
                            recommendedImages: number;
                        };
                        style?: {
                            maximumImages: number;
                            minimumImages: number;
                            recommendedImages: number;
                        };
                    };
                };
            };
        };
        responses: {
            /** @description The policy as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Policy"];
                };
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            408: components["responses"]["Refusal408"];
            413: components["responses"]["Refusal413"];
            415: components["responses"]["Refusal415"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    explainCleanup: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The plan; nothing is removed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CleanupPlan"];
                };
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    exportDataset: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path: {
                /** @description Of a training, or `current`. */
                id: "current" | string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The zip. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            422: components["responses"]["Refusal422"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    listDocuments: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description How many at most, 1 to 100. Default 50. */
                limit?: number;
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of documents. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentPage"];
                };
            };
            /** @description The caller has it: `If-None-Match` names its tag. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    addDocument: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "path": "brand-documents/acmecompany/voice-and-tone-3f2c8a54-6a1e-4a0b-9c57-0d1f6d1f2a77.md",
                 *       "name": "Voice and tone.md"
                 *     }
                 */
                "application/json": {
                    /** @description One of your brands, where you have several. */
                    brandId?: string;
                    name: string;
                    path: string;
                };
            };
        };
        responses: {
            /** @description The document. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Document"];
                };
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            408: components["responses"]["Refusal408"];
            409: components["responses"]["Refusal409"];
            413: components["responses"]["Refusal413"];
            415: components["responses"]["Refusal415"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    deleteDocument: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    openDocument: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the file. */
            302: {
                headers: {
                    /** @description The address, good for five minutes. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    prepareDocumentUpload: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Voice and tone.md",
                 *       "contentType": "text/markdown"
                 *     }
                 */
                "application/json": {
                    /** @description One of your brands, where you have several. */
                    brandId?: string;
                    /** @enum {string} */
                    contentType: "application/pdf" | "text/markdown" | "text/plain";
                    name: string;
                };
            };
        };
        responses: {
            /** @description Where to, and how. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadTarget"];
                };
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            408: components["responses"]["Refusal408"];
            413: components["responses"]["Refusal413"];
            415: components["responses"]["Refusal415"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    deleteGenerationImage: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            409: components["responses"]["Refusal409"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    updateGenerationImage: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "rating": 5,
                 *       "isStarred": true
                 *     }
                 */
                "application/json": {
                    /** @description One of your brands, where you have several. */
                    brandId?: string;
                    isStarred?: boolean;
                    rating?: number | null;
                };
            };
        };
        responses: {
            /** @description What is said of it now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RatedImage"];
                };
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            408: components["responses"]["Refusal408"];
            413: components["responses"]["Refusal413"];
            415: components["responses"]["Refusal415"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    listGenerations: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
                /** @description Asked for before then. */
                createdBefore?: string;
                /** @description Asked for then or later. */
                createdFrom?: string;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only those with a picture that somebody starred. */
                isStarred?: "true" | "false";
                /** @description How many at most, 1 to 100. Default 50. */
                limit?: number;
                modelId?: string;
                /** @description Words that are all looked for: in the prompt, the models' names and the seeds. */
                search?: string;
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of generations. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GenerationPage"];
                };
            };
            /** @description The caller has it: `If-None-Match` names its tag. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    createGeneration: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
            };
            header?: {
                /** @description The same key by the same person gives the same answer, and costs once; with another request, 409. */
                "Idempotency-Key"?: string;
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "modelId": "flux-lora-v1",
                 *       "prompt": "photo of [brand] logo on a billboard",
                 *       "numImages": 4
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    aspect_ratio?: "1:1" | "16:9" | "21:9" | "3:2" | "2:3" | "4:5" | "5:4" | "3:4" | "4:3" | "9:16" | "9:21";
                    /** @enum {string} */
                    aspectRatio?: "1:1" | "16:9" | "21:9" | "3:2" | "2:3" | "4:5" | "5:4" | "3:4" | "4:3" | "9:16" | "9:21";
                    brandId?: string;
                    extra_lora_scale?: number;
                    fast?: boolean;
                    go_fast?: boolean;
                    guidance?: number;
                    guidance_scale?: number;
                    guidanceScale?: number;
                    imageCount?: number;
                    inferenceSteps?: number;
                    /**
                     * @description Of a training, or what its model is called.
                     * @example flux-lora-v1
                     */
                    lora_id?: string;
                    lora_scale?: number;
                    /** @description The one of `lora_id`; any other is refused. */
                    lora_url?: string;
                    loraScale?: number;
                    /** @enum {string} */
                    megapixels?: "1" | "0.25";
                    /** @description `lora:` and what the model is called, as a model selector has it. */
                    model?: "black-forest-labs/flux-dev-lora" | string;
                    /** @example flux-lora-v1 */
                    modelId?: string;
                    negative_prompt?: string;
                    negativePrompt?: string;
                    num_images?: number;
                    num_inference_steps?: number;
                    num_outputs?: number;
                    numImages?: number;
                    numInferenceSteps?: number;
                    /** @enum {string} */
                    output_format?: "png" | "jpg" | "jpeg" | "webp";
                    output_quality?: number;
                    /** @enum {string} */
                    outputFormat?: "png" | "jpg" | "jpeg" | "webp";
                    outputQuality?: number;
                    prompt: string;
                    scale?: number;
                    secondLoraScale?: number;
                    /** @example flux-lora-v1 */
                    secondModelId?: string;
                    seed?: number;
                    /**
                     * Format: uuid
                     * @description Who is signed in; anybody else is refused.
                     */
                    userId?: string;
                };
            };
        };
        responses: {
            /** @description It was recorded. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Generation"];
                };
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            402: components["responses"]["Refusal402"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            408: components["responses"]["Refusal408"];
            409: components["responses"]["Refusal409"];
            413: components["responses"]["Refusal413"];
            415: components["responses"]["Refusal415"];
            422: components["responses"]["Refusal422"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    cleanupGenerations: {
        parameters: {
            query: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
                /** @description Only say what would go. */
                dryRun?: "true" | "false";
                olderThanDays: number;
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went, or would have. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CleanupReport"];
                };
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    getGeneration: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The generation. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Generation"];
                };
            };
            /** @description The caller has it: `If-None-Match` names its tag. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    deleteGeneration: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            409: components["responses"]["Refusal409"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    cancelGeneration: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The generation, with the wish in it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Generation"];
                };
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            409: components["responses"]["Refusal409"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    createGenerationAsFounded: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
            };
            header?: {
                /** @description The same key by the same person gives the same answer, and costs once; with another request, 409. */
                "Idempotency-Key"?: string;
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "modelId": "flux-lora-v1",
                 *       "prompt": "photo of [brand] logo on a billboard",
                 *       "numImages": 4
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    aspect_ratio?: "1:1" | "16:9" | "21:9" | "3:2" | "2:3" | "4:5" | "5:4" | "3:4" | "4:3" | "9:16" | "9:21";
                    /** @enum {string} */
                    aspectRatio?: "1:1" | "16:9" | "21:9" | "3:2" | "2:3" | "4:5" | "5:4" | "3:4" | "4:3" | "9:16" | "9:21";
                    brandId?: string;
                    extra_lora_scale?: number;
                    fast?: boolean;
                    go_fast?: boolean;
                    guidance?: number;
                    guidance_scale?: number;
                    guidanceScale?: number;
                    imageCount?: number;
                    inferenceSteps?: number;
                    /**
                     * @description Of a training, or what its model is called.
                     * @example flux-lora-v1
                     */
                    lora_id?: string;
                    lora_scale?: number;
                    /** @description The one of `lora_id`; any other is refused. */
                    lora_url?: string;
                    loraScale?: number;
                    /** @enum {string} */
                    megapixels?: "1" | "0.25";
                    /** @description `lora:` and what the model is called, as a model selector has it. */
                    model?: "black-forest-labs/flux-dev-lora" | string;
                    /** @example flux-lora-v1 */
                    modelId?: string;
                    negative_prompt?: string;
                    negativePrompt?: string;
                    num_images?: number;
                    num_inference_steps?: number;
                    num_outputs?: number;
                    numImages?: number;
                    numInferenceSteps?: number;
                    /** @enum {string} */
                    output_format?: "png" | "jpg" | "jpeg" | "webp";
                    output_quality?: number;
                    /** @enum {string} */
                    outputFormat?: "png" | "jpg" | "jpeg" | "webp";
                    outputQuality?: number;
                    prompt: string;
                    scale?: number;
                    secondLoraScale?: number;
                    /** @example flux-lora-v1 */
                    secondModelId?: string;
                    seed?: number;
                    /**
                     * Format: uuid
                     * @description Who is signed in; anybody else is refused.
                     */
                    userId?: string;
                };
            };
        };
        responses: {
            /** @description It was recorded. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Generation"];
                };
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            402: components["responses"]["Refusal402"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            408: components["responses"]["Refusal408"];
            409: components["responses"]["Refusal409"];
            413: components["responses"]["Refusal413"];
            415: components["responses"]["Refusal415"];
            422: components["responses"]["Refusal422"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    quoteGeneration: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "modelId": "flux-lora-v1",
                 *       "numImages": 4
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    aspect_ratio?: "1:1" | "16:9" | "21:9" | "3:2" | "2:3" | "4:5" | "5:4" | "3:4" | "4:3" | "9:16" | "9:21";
                    /** @enum {string} */
                    aspectRatio?: "1:1" | "16:9" | "21:9" | "3:2" | "2:3" | "4:5" | "5:4" | "3:4" | "4:3" | "9:16" | "9:21";
                    brandId?: string;
                    extra_lora_scale?: number;
                    fast?: boolean;
                    go_fast?: boolean;
                    guidance?: number;
                    guidance_scale?: number;
                    guidanceScale?: number;
                    imageCount?: number;
                    inferenceSteps?: number;
                    /**
                     * @description Of a training, or what its model is called.
                     * @example flux-lora-v1
                     */
                    lora_id?: string;
                    lora_scale?: number;
                    /** @description The one of `lora_id`; any other is refused. */
                    lora_url?: string;
                    loraScale?: number;
                    /** @enum {string} */
                    megapixels?: "1" | "0.25";
                    /** @description `lora:` and what the model is called, as a model selector has it. */
                    model?: "black-forest-labs/flux-dev-lora" | string;
                    /** @example flux-lora-v1 */
                    modelId?: string;
                    negative_prompt?: string;
                    negativePrompt?: string;
                    num_images?: number;
                    num_inference_steps?: number;
                    num_outputs?: number;
                    numImages?: number;
                    numInferenceSteps?: number;
                    /** @enum {string} */
                    output_format?: "png" | "jpg" | "jpeg" | "webp";
                    output_quality?: number;
                    /** @enum {string} */
                    outputFormat?: "png" | "jpg" | "jpeg" | "webp";
                    outputQuality?: number;
                    scale?: number;
                    secondLoraScale?: number;
                    /** @example flux-lora-v1 */
                    secondModelId?: string;
                    seed?: number;
                    /**
                     * Format: uuid
                     * @description Who is signed in; anybody else is refused.
                     */
                    userId?: string;
                };
            };
        };
        responses: {
            /** @description The estimate, and how it is known. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GenerationQuote"];
                };
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            408: components["responses"]["Refusal408"];
            413: components["responses"]["Refusal413"];
            415: components["responses"]["Refusal415"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It answers. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            400: components["responses"]["Refusal400"];
        };
    };
    ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It answers. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            400: components["responses"]["Refusal400"];
            503: components["responses"]["Refusal503"];
        };
    };
    acceptInvitation: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "0f8f3d1f2a77"
                 *     }
                 */
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description The brand. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JoinedBrand"];
                };
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            408: components["responses"]["Refusal408"];
            413: components["responses"]["Refusal413"];
            415: components["responses"]["Refusal415"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    listLoras: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Those that were deleted and can be restored, instead. */
                deleted?: "true" | "false";
                /** @description How many at most, 1 to 100. Default 50. */
                limit?: number;
                /** @description Those that others share with the brand, instead; all of them are completed, none is deleted. Goes without `status` and `deleted`. */
                shared?: "true" | "false";
                status?: ("pending" | "training" | "completed" | "failed") | ("pending" | "training" | "completed" | "failed")[];
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of LoRAs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoraPage"];
                };
            };
            /** @description The caller has it: `If-None-Match` names its tag. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    createLora: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
            };
            header?: {
                /** @description The same key by the same person gives the same answer, and costs once; with another request, 409. */
                "Idempotency-Key"?: string;
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Autumn bags",
                 *       "type": "product",
                 *       "trigger_word": "acmebag7",
                 *       "image_urls": [
                 *         "/api/assets/3f2c8a54-6a1e-4a0b-9c57-0d1f6d1f2a77/file"
                 *       ]
                 *     }
                 */
                "application/json": {
                    brandId?: string;
                    config?: {
                        autocaption?: boolean;
                        batchSize?: number;
                        captionDropout?: number;
                        learningRate?: number;
                        loraRank?: number;
                        numRepeats?: number;
                        /** @enum {string} */
                        optimizer?: "adamw8bit" | "adamw" | "adam8bit" | "adam" | "lion8bit" | "lion" | "prodigy" | "adagrad" | "adafactor";
                        /** @enum {string} */
                        preset?: "quick" | "standard" | "best";
                        resolution?: string;
                        seed?: number | null;
                        steps?: number;
                    };
                    description?: string;
                    /** @description Addresses of pictures as an upload gave them. They are read, never opened. */
                    image_urls?: string[];
                    /** @description Addresses of pictures as an upload gave them. They are read, never opened. */
                    imageUrls?: string[];
                    /**
                     * @description Default `flux`.
                     * @enum {string}
                     */
                    model_type?: "flux" | "sdxl" | "sd15";
                    name: string;
                    trainAnyway?: boolean;
                    trainingAssetIds?: string[];
                    trigger_word?: string | null;
                    /**
                     * @description What the pictures show. Default `style`.
                     * @enum {string}
                     */
                    type?: "style" | "character" | "product" | "person";
                    /**
                     * Format: uuid
                     * @description Who is signed in; anybody else is refused.
                     */
                    userId?: string;
                };
            };
        };
        responses: {
            /** @description It was recorded; the engine trains it. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lora"];
                };
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            402: components["responses"]["Refusal402"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            408: components["responses"]["Refusal408"];
            409: components["responses"]["Refusal409"];
            413: components["responses"]["Refusal413"];
            415: components["responses"]["Refusal415"];
            422: components["responses"]["Refusal422"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    getLora: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The LoRA. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lora"];
                };
            };
            /** @description The caller has it: `If-None-Match` names its tag. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    deleteLora: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is off the lists. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            409: components["responses"]["Refusal409"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    retryLora: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
            };
            header?: {
                /** @description The same key by the same person gives the same answer, and costs once; with another request, 409. */
                "Idempotency-Key"?: string;
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The new one; the same, however often this is sent. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lora"];
                };
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            402: components["responses"]["Refusal402"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            409: components["responses"]["Refusal409"];
            422: components["responses"]["Refusal422"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    shareLora: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The LoRA, with the wish in it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lora"];
                };
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            409: components["responses"]["Refusal409"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    withdrawLora: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The LoRA, with the wish in it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lora"];
                };
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            409: components["responses"]["Refusal409"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    getMe: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The caller. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description The caller has it: `If-None-Match` names its tag. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    deleteMe: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was deleted, by kind. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeletedData"];
                };
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            409: components["responses"]["Refusal409"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    updateMe: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "notices": {
                 *         "language": "ru",
                 *         "email": [
                 *           "training.completed",
                 *           "training.failed"
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description One of your brands, where you have several. */
                    brandId?: string;
                    notices: {
                        email?: ("training.completed" | "training.failed" | "training.cancelled" | "generation.completed" | "generation.failed" | "pictures.rejected" | "budget.low" | "sharing.ended" | "webhook.disabled")[];
                        /** @enum {string|null} */
                        language?: "en" | "ru" | null;
                        othersFailures?: boolean;
                        push?: ("training.completed" | "training.failed" | "training.cancelled" | "generation.completed" | "generation.failed" | "pictures.rejected" | "budget.low" | "sharing.ended" | "webhook.disabled")[];
                    };
                };
            };
        };
        responses: {
            /** @description What they chose now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedMe"];
                };
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            408: components["responses"]["Refusal408"];
            413: components["responses"]["Refusal413"];
            415: components["responses"]["Refusal415"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    joinBrand: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "join": "flurrty"
                 *     }
                 */
                "application/json": {
                    join: string;
                };
            };
        };
        responses: {
            /** @description The brand. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JoinedBrand"];
                };
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            408: components["responses"]["Refusal408"];
            413: components["responses"]["Refusal413"];
            415: components["responses"]["Refusal415"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    getMyData: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How much, by kind; nothing is deleted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyData"];
                };
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    getNoticePreferences: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What they chose. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticePreferences"];
                };
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    listMembers: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The people. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberList"];
                };
            };
            /** @description The caller has it: `If-None-Match` names its tag. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    inviteMember: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "new@example.com",
                 *       "role": "member"
                 *     }
                 */
                "application/json": {
                    /** @description One of your brands, where you have several. */
                    brandId?: string;
                    /** Format: email */
                    email: string;
                    /**
                     * @default member
                     * @enum {string}
                     */
                    role?: "admin" | "member" | "viewer";
                };
            };
        };
        responses: {
            /** @description The code: whoever signs in with that address and sends it is in. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationCode"];
                };
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            408: components["responses"]["Refusal408"];
            413: components["responses"]["Refusal413"];
            415: components["responses"]["Refusal415"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    removeMember: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They are out. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            409: components["responses"]["Refusal409"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    updateMember: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "role": "viewer"
                 *     }
                 */
                "application/json": {
                    /** @description One of your brands, where you have several. */
                    brandId?: string;
                    /** @enum {string} */
                    role: "admin" | "member" | "viewer";
                };
            };
        };
        responses: {
            /** @description The person as they are now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            408: components["responses"]["Refusal408"];
            409: components["responses"]["Refusal409"];
            413: components["responses"]["Refusal413"];
            415: components["responses"]["Refusal415"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    listInvitations: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The invitations. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationList"];
                };
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    withdrawInvitation: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It cannot be used any more. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    listModels: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                includeRetired?: "true" | "false";
                /** @description How many at most, 1 to 100. Default 50. */
                limit?: number;
                modelType?: "flux" | "sdxl" | "sd15";
                /** @description All versions of this one. */
                name?: string;
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of models. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelPage"];
                };
            };
            /** @description The caller has it: `If-None-Match` names its tag. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    getModel: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The model. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Model"];
                };
            };
            /** @description The caller has it: `If-None-Match` names its tag. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    deleteModel: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            409: components["responses"]["Refusal409"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    downloadModel: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the file. */
            302: {
                headers: {
                    /** @description The address, good for five minutes. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    restoreModel: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The model. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Model"];
                };
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    retireModel: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The model. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Model"];
                };
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    setModelAlias: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path: {
                alias: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1
                 *     }
                 */
                "application/json": {
                    /** @description One of your brands, where you have several. */
                    brandId?: string;
                    version: number;
                };
            };
        };
        responses: {
            /** @description The version that the word stands for now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Model"];
                };
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            408: components["responses"]["Refusal408"];
            409: components["responses"]["Refusal409"];
            413: components["responses"]["Refusal413"];
            415: components["responses"]["Refusal415"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    listNotices: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description How many at most, 1 to 100. Default 50. */
                limit?: number;
                unreadOnly?: "true" | "false";
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of notices. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticePage"];
                };
            };
            /** @description The caller has it: `If-None-Match` names its tag. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    savePushSubscription: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description One of your brands, where you have several. */
                    brandId?: string;
                    endpoint: string;
                    expirationTime?: number | null;
                    keys: {
                        auth: string;
                        p256dh: string;
                    };
                };
            };
        };
        responses: {
            /** @description It was saved. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PushSubscription"];
                };
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            408: components["responses"]["Refusal408"];
            413: components["responses"]["Refusal413"];
            415: components["responses"]["Refusal415"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    removePushSubscription: {
        parameters: {
            query: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
                endpoint: string;
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is ended, or never was. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    markNoticesRead: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": {
                    /** @description One of your brands, where you have several. */
                    brandId?: string;
                    ids?: string[];
                };
            };
        };
        responses: {
            /** @description How many were unread until now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarkedNotices"];
                };
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            408: components["responses"]["Refusal408"];
            413: components["responses"]["Refusal413"];
            415: components["responses"]["Refusal415"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    unsubscribeFromNotices: {
        parameters: {
            query: {
                token: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether the link was one of ours. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unsubscribed"];
                };
            };
            400: components["responses"]["Refusal400"];
            503: components["responses"]["Refusal503"];
        };
    };
    listWebhookEndpoints: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The addresses. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpointList"];
                };
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    createWebhookEndpoint: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "address": "https://n8n.example.com/webhook/trained",
                 *       "kinds": [
                 *         "training.completed"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @example https://n8n.example.com/webhook/trained */
                    address: string;
                    /** @description One of your brands, where you have several. */
                    brandId?: string;
                    kinds?: ("training.completed" | "training.failed" | "training.cancelled" | "generation.completed" | "generation.failed" | "pictures.rejected" | "budget.low" | "pictures.enough")[];
                };
            };
        };
        responses: {
            /** @description With the secret that signs each call, which is shown this once. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedWebhookEndpoint"];
                };
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            408: components["responses"]["Refusal408"];
            409: components["responses"]["Refusal409"];
            413: components["responses"]["Refusal413"];
            415: components["responses"]["Refusal415"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    deleteWebhookEndpoint: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is called no more. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    updateWebhookEndpoint: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "isEnabled": true
                 *     }
                 */
                "application/json": {
                    /** @example https://n8n.example.com/webhook/trained */
                    address?: string;
                    /** @description One of your brands, where you have several. */
                    brandId?: string;
                    isEnabled?: boolean;
                    kinds?: ("training.completed" | "training.failed" | "training.cancelled" | "generation.completed" | "generation.failed" | "pictures.rejected" | "budget.low" | "pictures.enough")[];
                };
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            408: components["responses"]["Refusal408"];
            409: components["responses"]["Refusal409"];
            413: components["responses"]["Refusal413"];
            415: components["responses"]["Refusal415"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    sendTestWebhook: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is sent. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SentTestWebhook"];
                };
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            409: components["responses"]["Refusal409"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    openApiDocument: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            400: components["responses"]["Refusal400"];
        };
    };
    referencePage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            400: components["responses"]["Refusal400"];
        };
    };
    listTrainingJobs: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Those that were deleted and can be restored, instead. */
                deleted?: "true" | "false";
                /** @description How many at most, 1 to 100. Default 50. */
                limit?: number;
                /** @description Of this base model. */
                modelType?: "flux" | "sdxl" | "sd15";
                /** @description Those whose name contains this, in capitals or not. */
                name?: string;
                /** @description In one of these states. */
                status?: ("pending" | "uploading" | "queued" | "training" | "saving" | "completed" | "failed" | "cancelled") | ("pending" | "uploading" | "queued" | "training" | "saving" | "completed" | "failed" | "cancelled")[];
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of trainings. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingJobPage"];
                };
            };
            /** @description The caller has it: `If-None-Match` names its tag. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    getTrainingJob: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The training. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingJob"];
                };
            };
            /** @description The caller has it: `If-None-Match` names its tag. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    deleteTrainingJob: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
                forever?: "true" | "false";
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is off the lists. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            409: components["responses"]["Refusal409"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    updateTrainingJob: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "autumn-bags",
                 *       "description": "Without the blurred ones."
                 *     }
                 */
                "application/json": {
                    /** @description One of your brands, where you have several. */
                    brandId?: string;
                    description?: string | null;
                    name?: string;
                };
            };
        };
        responses: {
            /** @description The training as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingJob"];
                };
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            408: components["responses"]["Refusal408"];
            413: components["responses"]["Refusal413"];
            415: components["responses"]["Refusal415"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    cancelTrainingJob: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The training, with the wish in it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingJob"];
                };
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            409: components["responses"]["Refusal409"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    followTrainingJob: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
                /** @description The same as `Last-Event-ID`. */
                lastEventId?: string;
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The events. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    restoreTrainingJob: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The training. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingJob"];
                };
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    retryTrainingJob: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
            };
            header?: {
                /** @description The same key by the same person gives the same answer, and costs once; with another request, 409. */
                "Idempotency-Key"?: string;
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The new training; the same one, however often this is sent. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingJob"];
                };
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            402: components["responses"]["Refusal402"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            409: components["responses"]["Refusal409"];
            422: components["responses"]["Refusal422"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    trainingProgress: {
        parameters: {
            query: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
                modelId: string;
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How far it is. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingProgress"];
                };
            };
            /** @description The caller has it: `If-None-Match` names its tag. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    quoteTraining: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "modelType": "flux",
                 *       "config": {
                 *         "preset": "best"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description One of your brands, where you have several. */
                    brandId?: string;
                    config?: {
                        autocaption?: boolean;
                        batchSize?: number;
                        captionDropout?: number;
                        learningRate?: number;
                        loraRank?: number;
                        numRepeats?: number;
                        /** @enum {string} */
                        optimizer?: "adamw8bit" | "adamw" | "adam8bit" | "adam" | "lion8bit" | "lion" | "prodigy" | "adagrad" | "adafactor";
                        /** @enum {string} */
                        preset?: "quick" | "standard" | "best";
                        resolution?: string;
                        seed?: number | null;
                        steps?: number;
                        triggerWord?: string | null;
                    };
                    /** @enum {string} */
                    modelType: "flux" | "sdxl" | "sd15";
                };
            };
        };
        responses: {
            /** @description The estimate, and how it is known. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingQuote"];
                };
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            408: components["responses"]["Refusal408"];
            413: components["responses"]["Refusal413"];
            415: components["responses"]["Refusal415"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    explainRetraining: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The plan; nothing is begun. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetrainingPlan"];
                };
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    getTrainingSettings: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The same for every brand. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingSettings"];
                };
            };
            /** @description The caller has it: `If-None-Match` names its tag. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    startTraining: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
            };
            header?: {
                /** @description The same key by the same person gives the same answer, and costs once; with another request, 409. */
                "Idempotency-Key"?: string;
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "modelName": "my-selfies",
                 *       "modelType": "flux",
                 *       "gender": "woman",
                 *       "imageUrls": [
                 *         "/api/assets/3f2c8a54-6a1e-4a0b-9c57-0d1f6d1f2a77/file"
                 *       ]
                 *     }
                 */
                "application/json": {
                    autoDetectFromAssets?: boolean;
                    brandId?: string;
                    config?: {
                        autocaption?: boolean;
                        batchSize?: number;
                        captionDropout?: number;
                        learningRate?: number;
                        loraRank?: number;
                        numRepeats?: number;
                        /** @enum {string} */
                        optimizer?: "adamw8bit" | "adamw" | "adam8bit" | "adam" | "lion8bit" | "lion" | "prodigy" | "adagrad" | "adafactor";
                        /** @enum {string} */
                        preset?: "quick" | "standard" | "best";
                        resolution?: string;
                        seed?: number | null;
                        steps?: number;
                        triggerWord?: string | null;
                    };
                    /** @description Fur, colours, style, personality, voice: fields of the brand. */
                    customizationData?: {
                        [key: string]: unknown;
                    };
                    description?: string;
                    /** @description Another name for `fursonaName`. */
                    furrsona_name?: string;
                    fursonaName?: string;
                    gender?: string;
                    /** @description Addresses of pictures as an upload gave them. They are read, never opened. */
                    imageUrls?: string[];
                    metadata?: {
                        [key: string]: unknown;
                    };
                    /** @description Another name for `name`. */
                    modelName?: string;
                    /**
                     * @description Default `flux`.
                     * @enum {string}
                     */
                    modelType?: "flux" | "sdxl" | "sd15";
                    name?: string;
                    /** @enum {string} */
                    subjectKind?: "style" | "character" | "product" | "person";
                    trainAnyway?: boolean;
                    trainingAssetIds?: string[];
                    /**
                     * Format: uuid
                     * @description Who is signed in; anybody else is refused.
                     */
                    userId?: string;
                };
            };
        };
        responses: {
            /** @description The training was recorded; the engine does it. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartedTraining"];
                };
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            402: components["responses"]["Refusal402"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            408: components["responses"]["Refusal408"];
            409: components["responses"]["Refusal409"];
            413: components["responses"]["Refusal413"];
            415: components["responses"]["Refusal415"];
            422: components["responses"]["Refusal422"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    uploadTrainingPictures: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    brandId?: string;
                    /** @description In the order of the pictures, or as one JSON list. */
                    captions?: string[];
                    /** @description JSON: what belongs to the training. */
                    customizationData?: string;
                    /** @description Pictures; `photos` is another name. */
                    files: string[];
                    fursonaName?: string;
                    /**
                     * Format: uuid
                     * @description Who is signed in; anybody else is refused.
                     */
                    userId?: string;
                };
            };
        };
        responses: {
            /** @description What was uploaded, and what was not. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadedPictures"];
                };
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            408: components["responses"]["Refusal408"];
            413: components["responses"]["Refusal413"];
            415: components["responses"]["Refusal415"];
            422: components["responses"]["Refusal422"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    getUsage: {
        parameters: {
            query?: {
                /** @description One of your brands, where you have several. */
                brandId?: string;
                /** @description How many, this one included. Default 6. */
                months?: number;
            };
            header?: {
                /** @description The same as `brandId`. */
                "X-Brand-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sums. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Usage"];
                };
            };
            /** @description The caller has it: `If-None-Match` names its tag. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            403: components["responses"]["Refusal403"];
            404: components["responses"]["Refusal404"];
            429: components["responses"]["Refusal429"];
            503: components["responses"]["Refusal503"];
        };
    };
    replicateTrainingWebhook: {
        parameters: {
            query?: {
                capability?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Heard. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            404: components["responses"]["Refusal404"];
            408: components["responses"]["Refusal408"];
            413: components["responses"]["Refusal413"];
            415: components["responses"]["Refusal415"];
            503: components["responses"]["Refusal503"];
        };
    };
    providerWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                capability: string;
                provider: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Heard: the engine looks. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refusal400"];
            401: components["responses"]["Refusal401"];
            404: components["responses"]["Refusal404"];
            408: components["responses"]["Refusal408"];
            413: components["responses"]["Refusal413"];
            415: components["responses"]["Refusal415"];
            503: components["responses"]["Refusal503"];
        };
    };
}
