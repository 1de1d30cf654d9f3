#!/bin/sh
# upload.sh: puts the two association files into the bucket behind CloudFront, for
#   @HOSTS@
# The type is stored with each object: S3 would call Apple's file, whose name has no extension,
# binary/octet-stream. https://docs.aws.amazon.com/cli/latest/reference/s3/cp.html
#
# BUCKET=… DISTRIBUTION=… sh upload.sh
set -eu

root='@ROOT@'
for file in assetlinks.json apple-app-site-association; do
  if [ -f "$root/.well-known/$file" ]; then
    aws s3 cp "$root/.well-known/$file" "s3://$BUCKET/.well-known/$file" \
      --content-type application/json --cache-control '@CACHE_CONTROL@'
  fi
done

# CloudFront forgets its copies at once, not after an hour.
aws cloudfront create-invalidation --distribution-id "$DISTRIBUTION" --paths '/.well-known/*'

# Once: take over the members of distribution.json into the configuration of the distribution
# (aws cloudfront get-distribution-config, then update-distribution). What they say:
# - Aliases: every host. The certificate, in us-east-1, must name all of them.
# - CacheBehaviors: the two paths go before all other behaviours, to the origin of the bucket (put its
#   id in place of BUCKET-ORIGIN), without redirect to https, and without function, Lambda@Edge,
#   signed URLs or cookies. 658327ea-… is the managed policy CachingOptimized.
#   https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html
# - Not in there: a custom error response that makes 403 or 404 a page with status 200, as for single
#   page applications. It holds for the whole distribution, so a missing file is then answered with
#   HTML. Let a CloudFront function of the default behaviour do that instead.
